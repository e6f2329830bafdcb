/// Finding an organization to pick in a field: what is most likely meant comes first.
import * as api from '$lib/api';

export interface Found {
  id: number;
  name: string;
  detail: string;
}

/// What a combobox finds with, these left out.
export function finder(without: readonly number[]): (query: string) => Promise<Found[]> {
  return async (query) => {
    const found = query.trim() ? await searched(query) : await first();
    return found.filter(({ id }) => !without.includes(id)).slice(0, 8);
  };
}

async function searched(query: string): Promise<Found[]> {
  const hits = await api.search(query, 30);
  return hits
    .filter((hit) => hit.kind === 'organization')
    .map(({ id, title, detail }) => ({ id, name: title, detail }));
}

async function first(): Promise<Found[]> {
  const { rows } = await api.findOrganizations('', 12);
  return rows.map(({ id, name, place }) => ({ id, name, detail: place }));
}

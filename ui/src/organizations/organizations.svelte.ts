/// The list of organizations: its filter, its table, and the one that is shown in full.
import type {
  OrganizationDetail,
  OrganizationFilter,
  OrganizationRow,
  OrganizationSort,
} from '$bindings/organizations';
import type { OrganizationColumn, OrganizationField } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { Recent } from '$lib/recent';
import { Table, type Sort } from '$lib/ui/datatable.svelte';
import type { Part } from '$lib/ui/pages.svelte';

import { organizationColumns } from './columns';

export class OrganizationsPage {
  #filter = $state.raw<OrganizationFilter>(api.anyOrganization);
  #detail = $state.raw<OrganizationDetail | null>(null);
  #openId: number | null = null;
  #pages = new Recent<Part<OrganizationRow>>();
  #started: Promise<void> = Promise.resolve();

  readonly table: Table<OrganizationRow> = new Table(
    organizationColumns,
    {
      page: (sort, offset, limit) => {
        const filter = this.#filter;
        return this.#pages.get([filter, sort, offset, limit], () =>
          api.listOrganizations(filter, sorted(sort), offset, limit),
        );
      },
      ids: (sort) => api.listOrganizationIds(this.#filter, sorted(sort)),
      rows: (ids) => api.listOrganizationRows(ids),
      save: (row, column, value) => save(row, column, value),
      problem: (error) => api.wireError(error).message,
      failed: (error) => app.problem(error),
      arrangement: {
        get: () => api.getView('organizations'),
        set: (view) => api.setView('organizations', view),
      },
    },
    { column: 'name', reversed: false },
  );

  get filter(): OrganizationFilter {
    return this.#filter;
  }

  set filter(filter: OrganizationFilter) {
    // In one order of fields, so that filters can be compared.
    this.#filter = { ...api.anyOrganization, ...filter };
    void this.table.restart();
  }

  get query(): string {
    return this.#filter.text;
  }

  set query(text: string) {
    this.filter = { ...this.#filter, text };
  }

  /// Whether anything narrows the list.
  get narrowed(): boolean {
    return this.query.trim() !== '' || this.filtered;
  }

  /// Whether anything beside the box narrows the list.
  get filtered(): boolean {
    const { text } = this.#filter;
    return JSON.stringify(this.#filter) !== JSON.stringify({ ...api.anyOrganization, text });
  }

  /// Takes away all that narrows the list, but for what is in the box.
  clearFilter(): void {
    this.filter = { ...api.anyOrganization, text: this.query };
  }

  /// The organization that is shown in full, if any.
  get detail(): OrganizationDetail | null {
    return this.#detail;
  }

  follow(): () => void {
    this.#started = this.table.start();
    const stops = [
      app.onChange(['list_organizations'], () => {
        this.#pages.forget();
        return this.table.refresh();
      }),
      app.onChange(['get_organization'], () => this.#openId === null || this.open(this.#openId)),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async open(id: number): Promise<void> {
    this.#openId = id;
    try {
      const detail = await api.getOrganization(id);
      if (this.#openId === id) this.#detail = detail;
      // Led here from elsewhere, or just added: its row is shown.
      await this.#started;
      if (this.#openId === id) await this.table.goTo(id);
    } catch (error) {
      if (this.#openId !== id) return;
      // Removed, or its adding undone: nothing is left to show.
      if (api.wireError(error).kind !== 'not-found') app.problem(error);
      this.close();
    }
  }

  close(): void {
    this.#openId = null;
    this.#detail = null;
  }

  async remove(id: number): Promise<void> {
    await app.attempt(async () => app.applied(await api.removeOrganizations([id])));
  }

  async retire(id: number): Promise<void> {
    await app.attempt(async () => app.applied(await api.setOrganizationField([id], 'membership', 'former')));
  }
}

const sorted = (sort: Sort): OrganizationSort => ({ ...sort, column: sort.column as OrganizationColumn });

/// Keeps what was typed in a cell. Tags change together, so that one step takes them back.
async function save(row: OrganizationRow, column: string, value: string): Promise<void> {
  if (column === 'tags') {
    const { organization } = await api.getOrganization(row.id);
    const { id, parent, ...fields } = organization;
    const tags = value.split(',').flatMap((tag) => tag.trim() || []);
    await app.applied(await api.setOrganization(id, { ...fields, parentId: parent?.id ?? null, tags }));
    return;
  }
  await app.applied(await api.setOrganizationField([row.id], column as OrganizationField, value));
}

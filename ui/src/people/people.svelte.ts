/// The list of people: its filter, its table, and the one who is shown in full.
import type { PersonDetail, PersonFilter, PersonRow, PersonSort } from '$bindings/people';
import type { PersonColumn, PersonField } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { Recent } from '$lib/recent';
import { Table, type Sort } from '$lib/ui/datatable.svelte';
import type { Part } from '$lib/ui/pages.svelte';

import { personColumns } from './columns';

export class PeoplePage {
  #filter = $state.raw<PersonFilter>(api.anyPerson);
  #detail = $state.raw<PersonDetail | null>(null);
  #openId: number | null = null;
  #pages = new Recent<Part<PersonRow>>();
  #started: Promise<void> = Promise.resolve();

  readonly table: Table<PersonRow> = new Table(
    personColumns,
    {
      page: (sort, offset, limit) => {
        const filter = this.#filter;
        return this.#pages.get([filter, sort, offset, limit], () =>
          api.listPeople(filter, sorted(sort), offset, limit),
        );
      },
      ids: (sort) => api.listPersonIds(this.#filter, sorted(sort)),
      rows: (ids) => api.listPersonRows(ids),
      save: (row, column, value) => save(row, column, value),
      problem: (error) => api.wireError(error).message,
      failed: (error) => app.problem(error),
      arrangement: {
        get: () => api.getView('people'),
        set: (view) => api.setView('people', view),
      },
    },
    { column: 'name', reversed: false },
  );

  get filter(): PersonFilter {
    return this.#filter;
  }

  set filter(filter: PersonFilter) {
    // In one order of fields, so that filters can be compared.
    this.#filter = { ...api.anyPerson, ...filter };
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
    return JSON.stringify(this.#filter) !== JSON.stringify({ ...api.anyPerson, text });
  }

  /// Takes away all that narrows the list, but for what is in the box.
  clearFilter(): void {
    this.filter = { ...api.anyPerson, text: this.query };
  }

  /// The person who is shown in full, if any.
  get detail(): PersonDetail | null {
    return this.#detail;
  }

  follow(): () => void {
    this.#started = this.table.start();
    const stops = [
      app.onChange(['list_people'], () => {
        this.#pages.forget();
        return this.table.refresh();
      }),
      app.onChange(['get_person'], () => this.#openId === null || this.open(this.#openId)),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async open(id: number): Promise<void> {
    this.#openId = id;
    try {
      const detail = await api.getPerson(id);
      if (this.#openId === id) this.#detail = detail;
      // Led here from elsewhere, or just added: their row is shown.
      await this.#started;
      if (this.#openId === id) await this.table.goTo(id);
    } catch (error) {
      if (this.#openId !== id) return;
      // Removed, or their adding undone: nothing is left to show.
      if (api.wireError(error).kind !== 'not-found') app.problem(error);
      this.close();
    }
  }

  close(): void {
    this.#openId = null;
    this.#detail = null;
  }

  async remove(id: number): Promise<void> {
    await app.attempt(async () => app.applied(await api.removePeople([id])));
  }
}

const sorted = (sort: Sort): PersonSort => ({ ...sort, column: sort.column as PersonColumn });

/// Keeps what was typed in a cell. Tags change together, so that one step takes them back.
async function save(row: PersonRow, column: string, value: string): Promise<void> {
  if (column === 'tags') {
    const { person } = await api.getPerson(row.id);
    const { id, affiliations, ...fields } = person;
    const tags = value.split(',').flatMap((tag) => tag.trim() || []);
    const places = affiliations.map(({ organization, ...at }) => ({
      ...at,
      organizationId: organization.id,
    }));
    await app.applied(await api.setPerson(id, { ...fields, affiliations: places, tags }));
    return;
  }
  await app.applied(await api.setPersonField([row.id], column as PersonField, value));
}

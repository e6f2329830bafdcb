/// The form of an organization: what it holds, likely twins and relatives of its name, what is wrong, and saving it.
import type {
  AliasFields,
  OrganizationFields,
  OrganizationRef,
  OrganizationTexts,
} from '$bindings/organizations';
import type { ContactFields } from '$bindings/people';
import type { CandidateView, RelatedView } from '$bindings/recognizing';
import type { Membership, OrganizationKind, Scope } from '$bindings/words';
import * as api from '$lib/api';
import { app } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';

import { textFields } from './fields';

export class OrganizationForm {
  readonly id: number | null;
  name = $state('');
  printsAs = $state('');
  sortAs = $state('');
  scope = $state<Scope | ''>('');
  kind = $state<OrganizationKind | ''>('');
  parent = $state.raw<OrganizationRef | null>(null);
  city = $state('');
  region = $state('');
  country = $state('');
  website = $state('');
  membership = $state<Membership | ''>('');
  decides = $state('');
  /// As it is typed; the core takes whole days.
  leadDays = $state('');
  neverSigns = $state('');
  askFirst = $state(false);
  texts = $state(Object.fromEntries(textFields.map((field) => [field, ''])) as unknown as OrganizationTexts);
  tags = $state.raw<string[]>([]);
  note = $state('');
  /// The first person there, of an organization that is new.
  contact = $state<ContactFields>({ name: '', role: '', email: '', phone: '', maySign: false });
  aliases = $state<AliasFields[]>([]);
  #loaded = $state(false);
  #twins = $state.raw<CandidateView[]>([]);
  #related = $state.raw<RelatedView[]>([]);
  #problem = $state.raw<{ field: string | null; message: string } | null>(null);
  #busy = $state(false);
  #asked = 0;

  constructor(id: number | null, suggestion: string) {
    this.id = id;
    this.name = suggestion;
    this.#loaded = id === null;
  }

  /// Whether everything that is known of it is in the form.
  get loaded(): boolean {
    return this.#loaded;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /// Organizations that the name may already be.
  get twins(): CandidateView[] {
    return this.#twins;
  }

  /// The organization that it looks like a chapter of, unless it has one above it already.
  get likelyParent(): RelatedView | null {
    if (this.parent) return null;
    return this.#related.find(({ id, relation }) => relation === 'parent' && id !== this.id) ?? null;
  }

  problem(field: string | null): string | null {
    return this.#problem?.field === field ? this.#problem.message : null;
  }

  async load(): Promise<void> {
    if (this.id === null) return this.look();
    try {
      const { organization } = await api.getOrganization(this.id);
      this.name = organization.name;
      this.printsAs = organization.printsAs ?? '';
      this.sortAs = organization.sortAs ?? '';
      this.scope = organization.scope ?? '';
      this.kind = organization.kind ?? '';
      this.parent = organization.parent;
      this.city = organization.city;
      this.region = organization.state;
      this.country = organization.country;
      this.website = organization.website;
      this.membership = organization.membership ?? '';
      this.decides = organization.signing.decides;
      this.leadDays = organization.signing.leadDays === null ? '' : String(organization.signing.leadDays);
      this.neverSigns = organization.signing.neverSigns;
      this.askFirst = organization.signing.askFirst;
      for (const field of textFields) this.texts[field] = organization[field];
      this.tags = organization.tags;
      this.note = organization.note;
      this.aliases = organization.aliases.map(({ name, kind }) => ({ name, kind }));
      this.#loaded = true;
    } catch (error) {
      this.#problem = api.wireError(error);
    }
  }

  /// Looks for twins of the name that is being typed.
  async look(): Promise<void> {
    const mine = ++this.#asked;
    const name = this.name.trim();
    if (name.length < 3) {
      this.#twins = [];
      this.#related = [];
      return;
    }
    try {
      const { verdict, candidates, related } = await api.recognize(name);
      if (mine !== this.#asked) return;
      this.#twins = verdict === 'new' ? [] : candidates.filter((twin) => twin.id !== this.id).slice(0, 4);
      this.#related = related;
    } catch (error) {
      this.#problem = api.wireError(error);
    }
  }

  addAlias(): void {
    this.aliases.push({ name: '', kind: 'acronym' });
  }

  dropAlias(index: number): void {
    this.aliases.splice(index, 1);
  }

  /// The organization's id when it was saved; null when something is wrong.
  async save(): Promise<number | null> {
    if (!this.name.trim()) {
      this.#problem = { field: 'name', message: t('ui-organization-name-missing') };
      return null;
    }
    const days = this.leadDays.trim();
    if (!/^\d*$/.test(days)) {
      this.#problem = { field: 'leadDays', message: t('error-days', { most: 3650 }) };
      return null;
    }
    const fields: OrganizationFields = {
      name: this.name.trim(),
      printsAs: this.printsAs.trim() || null,
      sortAs: this.sortAs.trim() || null,
      scope: this.scope || null,
      kind: this.kind || null,
      parentId: this.parent?.id ?? null,
      city: this.city.trim(),
      state: this.region.trim(),
      country: this.country.trim(),
      website: this.website.trim(),
      membership: this.membership || null,
      signing: {
        decides: this.decides.trim(),
        leadDays: days === '' ? null : Number(days),
        neverSigns: this.neverSigns.trim(),
        askFirst: this.askFirst,
      },
      ...this.texts,
      tags: this.tags,
      note: this.note.trim(),
      aliases: this.aliases
        .map(({ name, kind }) => ({ name: name.trim(), kind }))
        .filter((alias) => alias.name !== ''),
    };
    this.#busy = true;
    try {
      if (this.id === null) return await app.applied(await api.addOrganization(fields, { ...this.contact }));
      await app.applied(await api.setOrganization(this.id, fields));
      return this.id;
    } catch (error) {
      this.#problem = api.wireError(error);
      return null;
    } finally {
      this.#busy = false;
    }
  }
}

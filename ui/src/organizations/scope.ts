/// What scopes, kinds of organizations, memberships and kinds of aliases are called.
import type { AliasKind, Membership, OrganizationKind, Scope } from '$bindings/words';

export const scopes: Record<Scope, string> = {
  international: 'ui-scope-international',
  national: 'ui-scope-national',
  state: 'ui-scope-state',
  local: 'ui-scope-local',
  tribal: 'ui-scope-tribal',
};

export const aliasKinds: Record<AliasKind, string> = {
  acronym: 'ui-alias-acronym',
  former: 'ui-alias-former',
  translation: 'ui-alias-translation',
  spelling: 'ui-alias-spelling',
};

export const kinds: Record<OrganizationKind, string> = {
  nonprofit: 'ui-kind-nonprofit',
  faith: 'ui-kind-faith',
  labor: 'ui-kind-labor',
  academic: 'ui-kind-academic',
  business: 'ui-kind-business',
  government: 'ui-kind-government',
  informal: 'ui-kind-informal',
};

export const memberships: Record<Membership, string> = {
  member: 'ui-membership-member',
  ally: 'ui-membership-ally',
  prospect: 'ui-membership-prospect',
  former: 'ui-membership-former',
};

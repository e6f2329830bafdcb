/// The text fields of an organization, in the order in which the form asks for them, and what each is called. Columns,
/// filters, forms and comparisons are made from this.
import type { OrganizationText } from '$bindings/words';

export const textLabels: Record<OrganizationText, string> = {
  district: 'import-field-district',
  owner: 'import-field-owner',
};

export const textFields = Object.keys(textLabels) as OrganizationText[];

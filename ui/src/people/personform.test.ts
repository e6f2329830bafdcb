import { beforeEach, expect, test } from 'vitest';

import { installMock, type Mock } from '$lib/mock';

import { languageTag, suggestLanguages } from './languages';
import { PersonForm } from './personform.svelte';

let mock: Mock;
beforeEach(() => {
  mock = installMock('own', 'en');
});

test('a person is kept as they were typed, without the fields that were left empty', async () => {
  const form = new PersonForm(null, 'Nía Invented', { id: 1, name: 'ACLU of Wisconsin' });
  form.emails = [
    { value: ' Nia@Example.ORG ', preferred: false },
    { value: '', preferred: false },
  ];
  const [at] = form.places;
  if (at) at.role = 'Organizer';
  form.addPlace();
  const id = await form.save();
  const person = mock.data.people.find((one) => one.id === id);
  expect(person?.contactPoints).toEqual([{ kind: 'email', value: 'Nia@Example.ORG', preferred: false }]);
  expect(person?.affiliations.map(({ organization, role }) => [organization.id, role])).toEqual([
    [1, 'Organizer'],
  ]);
});

test('a role without an organization is asked about, not dropped', async () => {
  const form = new PersonForm(null, 'Nía Invented', null);
  const [at] = form.places;
  if (at) at.role = 'Organizer';
  expect(await form.save()).toBeNull();
  expect(form.problem('affiliations')).toBeTruthy();
});

test('what is wrong with an email is said at the emails', async () => {
  const form = new PersonForm(null, 'Nía Invented', null);
  form.emails = [{ value: 'nowhere', preferred: false }];
  expect(await form.save()).toBeNull();
  expect(form.problem('emails')).toContain('nowhere');
});

test('editing keeps the affiliations that are there', async () => {
  const form = new PersonForm(501, '', null);
  await form.load();
  const before = mock.data.people.find((one) => one.id === 501)?.affiliations.map(({ id }) => id);
  form.pronouns = 'she';
  await form.save();
  const after = mock.data.people.find((one) => one.id === 501);
  expect(after?.pronouns).toBe('she');
  expect(after?.affiliations.map(({ id }) => id)).toEqual(before);
});

test('somebody with the same email is found while it is typed', async () => {
  const form = new PersonForm(null, 'Somebody Else', null);
  form.emails = [{ value: 'mai@example.org', preferred: false }];
  await form.look();
  expect(form.twins.map(({ name, sameEmail }) => [name, sameEmail])).toEqual([['Mai Testperson', true]]);
});

test('languages are found by their names here and there, and kept by their tags', () => {
  expect(suggestLanguages('span')).toContain('es');
  expect(suggestLanguages('espa')).toContain('es');
  expect(languageTag('Spanish')).toBe('es');
  expect(languageTag('es-MX')).toBe('es-MX');
});

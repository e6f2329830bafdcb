import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';

import * as api from '$lib/api';

import { openCore, type Core } from '../testing/core';
import { languageTag, suggestLanguages } from './languages';
import PersonDialog from './PersonDialog.svelte';
import { PersonForm } from './personform.svelte';

let core: Core;
beforeEach(async () => {
  core = await openCore();
});

test('a person is kept as they were typed, without the fields that were left empty', async () => {
  const { id: aclu } = await core.organization('ACLU of Wisconsin');
  const form = new PersonForm(null, 'Nía Invented', { id: aclu, name: 'ACLU of Wisconsin' });
  form.emails = [
    { value: ' Nia@Example.ORG ', preferred: false },
    { value: '', preferred: false },
  ];
  const [at] = form.places;
  if (at) at.role = 'Organizer';
  form.addPlace();
  const id = await form.save();
  const { person } = await api.getPerson(id ?? 0);
  expect(person.contactPoints).toEqual([{ kind: 'email', value: 'Nia@Example.ORG', preferred: false }]);
  expect(person.affiliations.map(({ organization, role }) => [organization.id, role])).toEqual([
    [aclu, 'Organizer'],
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

test('an email that is refused takes the focus', async () => {
  render(PersonDialog, { props: { id: null, suggestion: '', at: null, onclose: () => undefined } });
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Nía Invented');
  const email = screen.getByRole('textbox', { name: 'Email 1' });
  await userEvent.type(email, 'nowhere');
  screen.getByRole('textbox', { name: 'Role' }).focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(document.activeElement).toBe(email));
});

test('editing keeps the affiliations that are there', async () => {
  const before = await core.person('Pat Example');
  expect(before.affiliations).toHaveLength(2);
  const form = new PersonForm(before.id, '', null);
  await form.load();
  form.pronouns = 'she';
  await form.save();
  expect(await core.person('Pat Example')).toEqual({ ...before, pronouns: 'she' });
});

test('somebody with the same email is found while it is typed', async () => {
  const form = new PersonForm(null, 'Somebody Else', null);
  form.emails = [{ value: 'mai@local1202.example.org', preferred: false }];
  await form.look();
  expect(form.twins.map(({ name, sameEmail }) => [name, sameEmail])).toEqual([['Mai Sample', true]]);
});

test('languages are found by their names here and there, and kept by their tags', () => {
  expect(suggestLanguages('span')).toContain('es');
  expect(suggestLanguages('espa')).toContain('es');
  expect(languageTag('Spanish')).toBe('es');
  expect(languageTag('es-MX')).toBe('es-MX');
});

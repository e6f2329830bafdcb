import { expect, test } from 'vitest';

import { proposedTitle } from './proposedtitle';

const prose =
  'Groups from all over the county, among them tenants, nurses and teachers, asked the county board today to open its records.';

test.each([
  [
    'its headline',
    `Thirty Groups Ask for Open Records\n\n${prose}\n\nSigned: Alder Choir, Birch Guild.`,
    'Thirty Groups Ask for Open Records',
  ],
  [
    'under what stands above it',
    `FOR IMMEDIATE RELEASE\n\nOpen the Records Now\n${prose}`,
    'Open the Records Now',
  ],
  [
    'its subject',
    `From: Ana\nSubject: Fwd: Open the records\n\nAlder Choir\nBirch Guild`,
    'Open the records',
  ],
  [
    'whom it is to',
    `MADISON — In a joint letter sent today to Secretary of Housing Nia Muestra, local groups urged her to keep the aid through the winter.\n\nSigned: Alder Choir.`,
    'Letter to Secretary of Housing Nia Muestra',
  ],
  [
    'in Spanish',
    'MADISON — En una carta enviada hoy a la gobernadora Nia Muestra, grupos de todo el estado pidieron que la ayuda siga durante el invierno.',
    'Carta a la gobernadora Nia Muestra',
  ],
  ['nothing, of a list', 'Alder Choir of Madison Wisconsin\nBirch Guild\nCedar House\n', ''],
  [
    'nothing, of a sentence',
    'Signatories of the letter included: Alder Choir, Birch Guild, Cedar House of Madison, Dogwood Union, Elm Society, Fern Club, and Gale Group.',
    '',
  ],
])('a text is called by %s', (_, text, title) => {
  expect(proposedTitle(text)).toBe(title);
});

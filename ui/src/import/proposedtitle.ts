/// A title for a letter that is begun with a text: its headline, or whom it is to. A guess, which stands in the field to be changed.

/// Lines that stand above a headline, or that are none.
const none =
  /^(for immediate release|para publicaci[oó]n inmediata|press release|comunicado|contacts?|media contact|contacto|dear|estimad|sincerely|atentamente|from|to|cc|date|sent|de|para|fecha)\b/i;
const subject = /^(?:subject|asunto)\s*:\s*(?:(?:re|fwd?|rv)\s*:\s*)*(.+)$/i;
const english = /\bletter\b[^.]{0,60}?\bto (?:the )?((?:\p{L}|\d)[^.,;:()]{2,100})/iu;
const spanish = /\bcarta\b[^.]{0,60}?(?:\bal? |\bpara )((?:\p{L}|\d)[^.,;:()]{2,100})/iu;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/// The headline of a text, if one stands there: short, with words, and no sentence.
function headline(lines: string[]): string | null {
  const [first, second] = lines.filter((line) => !none.test(line));
  // A list begins at once: its first name is no headline.
  if (first === undefined || second === undefined || second.length < first.length) return null;
  const words = first.split(' ').length;
  if (words < 4 || words > 20 || first.length > 140 || /[.:;,]$/.test(first)) return null;
  // A headline is followed by prose.
  return second.split(' ').length > 14 ? first : null;
}

/// What a letter that is begun with this text may be called; empty where the text does not say.
export function proposedTitle(text: string): string {
  const lines = text
    .slice(0, 6_000)
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '');
  for (const line of lines.slice(0, 12)) {
    const named = subject.exec(line)?.[1];
    if (named) return named;
  }
  const said = headline(lines);
  if (said !== null) return said;
  const prose = lines.filter((line) => line.split(' ').length > 14).join(' ');
  const to = english.exec(prose)?.[1];
  if (to) return `Letter to ${tidy(to)}`;
  const a = spanish.exec(prose)?.[1];
  return a ? `Carta a ${tidy(a)}` : '';
}

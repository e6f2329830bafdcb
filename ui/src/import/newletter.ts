/// A letter of which only the title is known.
import type { LetterFields } from '$bindings/letters';

export function fieldsFor(title: string): LetterFields {
  return {
    title: title.trim(),
    addressee: '',
    stage: 'circulating',
    softDeadline: null,
    hardDeadline: null,
    zone: null,
    note: '',
    leads: [],
    topic: '',
    individuals: true,
    chaseDays: 4,
    gapDays: 3,
    goal: null,
    form: '',
  };
}

/// Whether something was typed or chosen in a form that closing it would lose.
import type { Attachment } from 'svelte/attachments';

type Typed = HTMLInputElement | HTMLTextAreaElement;

/// The fields that hold something: not those that only find.
function holds(target: EventTarget | null): target is Typed {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'search' && target.role !== 'combobox';
}

/// What a form has beside its fields that closing it would lose, and the words that ask about it.
export interface More {
  any: () => boolean;
  question: string;
  discard: string;
  /// Its fields only find and choose: nothing but this would be lost.
  alone?: boolean;
}

export class Unsaved {
  #more: More | null;
  #before = new Map<Typed, string>();
  #chosen = false;
  #asking = $state(false);

  constructor(more: More | null = null) {
    this.#more = more;
  }

  /// The words for what is more than fields, where there is any of it.
  get words(): { question: string; discard: string } | null {
    return this.#more?.any() ? this.#more : null;
  }

  /// Whether it is being asked if what was typed may go.
  get asking(): boolean {
    return this.#asking;
  }

  /// Notes what is typed inside an element.
  readonly noted: Attachment<HTMLElement> = (element) => {
    const begins = (event: Event): void => {
      if (holds(event.target) && !this.#before.has(event.target)) {
        this.#before.set(event.target, event.target.value);
      }
    };
    const chosen = (event: Event): void => {
      const { target } = event;
      const picks = target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type);
      if (picks || target instanceof HTMLSelectElement) this.#chosen = true;
    };
    element.addEventListener('beforeinput', begins, true);
    element.addEventListener('change', chosen, true);
    return () => {
      element.removeEventListener('beforeinput', begins, true);
      element.removeEventListener('change', chosen, true);
    };
  };

  /// Something was chosen that is no field.
  touch(): void {
    this.#chosen = true;
  }

  get any(): boolean {
    if (this.#more?.alone) return this.#more.any();
    return (
      this.#chosen ||
      this.words !== null ||
      [...this.#before].some(([field, before]) => field.isConnected && field.value !== before)
    );
  }

  /// Closes, or asks first. Asked once more it goes on with the form: a key held down loses nothing.
  leave(close: () => void): void {
    if (this.#asking) this.#asking = false;
    else if (this.any) this.#asking = true;
    else close();
  }

  keep(): void {
    this.#asking = false;
  }
}

/// The menu at the pointer: what can be done with what was pressed with the other button.
import type { MenuEntry } from './menu';

class ContextMenu {
  #open = $state.raw<{ anchor: HTMLElement; label: string; entries: MenuEntry[] } | null>(null);
  #point: HTMLElement | null = null;

  get open(): { anchor: HTMLElement; label: string; entries: MenuEntry[] } | null {
    return this.#open;
  }

  /// A place where the pointer is, to put a menu beside.
  at(event: MouseEvent): HTMLElement {
    this.#point ??= document.body.appendChild(document.createElement('span'));
    const { style } = this.#point;
    style.position = 'fixed';
    style.left = `${String(event.clientX)}px`;
    style.top = `${String(event.clientY)}px`;
    return this.#point;
  }

  show(event: MouseEvent, label: string, entries: MenuEntry[]): void {
    event.preventDefault();
    event.stopPropagation();
    this.#open = { anchor: this.at(event), label, entries };
  }

  close(): void {
    this.#open = null;
  }
}

export const contextMenu = new ContextMenu();

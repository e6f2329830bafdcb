/// What a key press means, wherever it happens.

/// Whether the target edits text and therefore has its own undo, paste and letters.
export function editsText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !['checkbox', 'radio', 'button', 'submit', 'range', 'color'].includes(target.type);
}

/// The key with its modifiers, such as `Ctrl+Shift+c`; Command counts as Ctrl.
export function chord(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    // A sign such as ? needs Shift on many keyboards; only letters and named keys tell it apart.
    event.shiftKey && (key.length > 1 || key !== key.toUpperCase()) ? 'Shift+' : '',
  ];
  return modifiers.join('') + key;
}

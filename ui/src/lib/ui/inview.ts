/// For how long what has the focus may come into view, in milliseconds.
const WATCHED = 1000;

/// Calls `look` in the next frame after something took the focus, and again when anything scrolls in the second after: the engine scrolls
/// it into view by a timer of its own, on a busy machine some frames later. No more, once a person goes on or the focus is elsewhere.
export function onceInView(target: Element, look: () => void): void {
  const watching = new AbortController();
  const stop = (): void => watching.abort();
  const again = (): void => {
    requestAnimationFrame(() => {
      if (watching.signal.aborted) return;
      if (document.activeElement === target) look();
      else stop();
    });
  };
  again();
  const options = { capture: true, passive: true, signal: watching.signal };
  document.addEventListener('scroll', again, options);
  for (const goesOn of ['keydown', 'pointerdown', 'wheel']) document.addEventListener(goesOn, stop, options);
  setTimeout(stop, WATCHED);
}

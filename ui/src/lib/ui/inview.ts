/// For how long what is to be in view is looked after, in milliseconds.
const WATCHED = 1000;

/// Aborted a second from now, or as soon as a person goes on.
function watch(): AbortController {
  const watching = new AbortController();
  const stop = (): void => watching.abort();
  const options = { capture: true, passive: true, signal: watching.signal };
  for (const goesOn of ['keydown', 'pointerdown', 'wheel']) document.addEventListener(goesOn, stop, options);
  setTimeout(stop, WATCHED);
  return watching;
}

/// Calls `look` in the next frame after something took the focus, and again when anything scrolls in the second after: the engine scrolls
/// it into view by a timer of its own, on a busy machine some frames later. No more, once a person goes on or the focus is elsewhere.
export function onceInView(target: Element, look: () => void): void {
  const watching = watch();
  const again = (): void => {
    requestAnimationFrame(() => {
      if (watching.signal.aborted) return;
      if (document.activeElement === target) look();
      else watching.abort();
    });
  };
  again();
  document.addEventListener('scroll', again, { capture: true, passive: true, signal: watching.signal });
}

/// Calls `look` in the next frame, and again when the size of `content` changes in the second after: rows are measured only once they are
/// laid out, and one that grows pushes those below it out of view. No more, once a person goes on or what is given back was called.
export function whileSettling(content: Element, look: () => void): () => void {
  const watching = watch();
  const observer = new ResizeObserver(() => {
    requestAnimationFrame(() => {
      if (!watching.signal.aborted) look();
    });
  });
  watching.signal.addEventListener('abort', () => observer.disconnect());
  observer.observe(content);
  return () => watching.abort();
}

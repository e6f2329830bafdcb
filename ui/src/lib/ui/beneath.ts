/// For how long what has the focus is watched on its way into view, in milliseconds.
const WATCHED = 1000;
/// How many frames it must have stood still before it is taken for arrived.
const STILL = 3;

/// Closes what is open over the page where the focus went to something beneath it, which nobody would see. The rows of a table are
/// seen beside it.
export function makeWay(event: FocusEvent, over: (Element | null | undefined)[], close: () => void): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.getAttribute('role') === 'grid') return;
  const end = performance.now() + WATCHED;
  let still = 0;
  let before = '';
  // The engine scrolls what has the focus into view by a timer, on a busy machine some frames later.
  const look = (): void => {
    if (document.activeElement !== target) return;
    const { left, top, width, height } = target.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (hit !== null && over.some((one) => one?.contains(hit))) {
      close();
      return;
    }
    const place = `${String(left)} ${String(top)}`;
    still = hit !== null && place === before ? still + 1 : 0;
    before = place;
    if (still < STILL && performance.now() < end) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

import { onceInView } from './inview';

/// Closes what is open over the page where the focus went to something beneath it, which nobody would see. The rows of a table are
/// seen beside it.
export function makeWay(event: FocusEvent, over: (Element | null | undefined)[], close: () => void): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.getAttribute('role') === 'grid') return;
  onceInView(target, () => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (hit !== null && over.some((one) => one?.contains(hit))) close();
  });
}

/// Whether the focus went to something that lies beneath what is open over the page, where nobody would see it: that makes way then.
/// The rows of a table are seen beside it.
export function isBeneath(event: FocusEvent, over: (Element | null | undefined)[]): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.getAttribute('role') === 'grid') return false;
  const { left, top, width, height } = target.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && over.some((one) => one?.contains(hit));
}

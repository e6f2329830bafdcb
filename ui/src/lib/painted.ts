/// Waits until what is shown now was painted, so that what can wait does not hold it up; not long in any case, for a window that
/// is hidden paints nothing.
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/// Lets a row of the ledger light up for a moment, so that the eye finds it.
export function flash(signOn: number): void {
  const row = document.getElementById(`sign-on-${signOn}`);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // The row at the cursor is marked anyway.
  if (!row || still) return;
  row.animate([{ backgroundColor: 'var(--accent-soft)' }, { backgroundColor: 'transparent' }], {
    duration: 900,
    easing: 'ease-out',
  });
}

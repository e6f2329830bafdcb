/// The time that it always is in the page's tests, for the page and for the core: a morning in the middle of a week.
export const now = '2026-06-10T15:00:00Z';

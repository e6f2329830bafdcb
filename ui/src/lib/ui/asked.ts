/// Whether the last thing the person did asked for something to be done: Enter, or a press of a button. What is then found missing
/// takes the focus; what is said while somebody types or goes on must not.
let asked = false;

window.addEventListener('keydown', (event) => (asked = event.key === 'Enter'), true);
window.addEventListener(
  'click',
  (event) => (asked = event.target instanceof Element && event.target.closest('button') !== null),
  true,
);

export const askedFor = (): boolean => asked;

// The least that a page can do for a list that follows what is typed: 24 rows of six cells, whose texts are written anew at each key.
const WORDS = ['Amber', 'Birch', 'Cedar', 'Dune', 'Elm', 'Fern', 'Gale', 'Heath', 'Iris', 'Juniper'];
const body = document.querySelector('tbody');
for (let row = 0; row < 24; row += 1) {
  const line = body.insertRow();
  line.setAttribute('role', 'row');
  for (let cell = 0; cell < 6; cell += 1) line.insertCell();
}

let keys = 0;
function fill(typed) {
  keys += 1;
  [...body.rows].forEach((line, row) => {
    [...line.cells].forEach((cell, column) => {
      cell.textContent = `${WORDS[(row * 7 + column * 3 + keys) % 10]} ${typed} ${row * keys + column}`;
    });
  });
}

fill('');
document.querySelector('[data-find]').addEventListener('input', (event) => fill(event.target.value));

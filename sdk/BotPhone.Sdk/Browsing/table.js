// Reads a table as JSON { headers, rows }; with cells as a second argument returns the row that has exactly these cells.
const fold = cell => cell.innerText.replace(/\s+/g, ' ').trim();
const [table, wanted] = arguments;

const headerRow = table.querySelector('thead tr') || table.querySelector('tr');
const headers = headerRow ? [...headerRow.cells].map(fold) : [];
const rows = [...table.querySelectorAll('tr')]
  .filter(row => row !== headerRow && row.closest('table') === table)
  .map(row => ({ row, cells: [...row.cells].map(fold) }))
  .filter(({ cells }) => cells.some(text => text !== ''));

if (wanted) {
  const same = rows.find(({ cells }) => JSON.stringify(cells) === JSON.stringify(JSON.parse(wanted)));
  return same ? same.row : null;
}
return JSON.stringify({ headers, rows: rows.map(({ cells }) => cells) });

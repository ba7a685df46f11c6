// Reads the rows of a table, or cards, as JSON { headers, rows }; null while there is no table. With cells as a second argument returns
// the element of the row that has exactly these cells.
const ofTable = table => {
  const headerRow = table.querySelector('thead tr') || table.querySelector('tr');
  return {
    headers: headerRow ? [...headerRow.cells].map(cell => fold(cell.innerText)) : [],
    rows: [...table.querySelectorAll('tr')]
      .filter(row => row !== headerRow && row.closest('table') === table)
      .map(row => ({ row, cells: [...row.cells].map(cell => fold(cell.innerText)) }))
      .filter(({ cells }) => cells.some(text => text !== '')),
  };
};

const ofCards = ({ card, fields }) => ({
  headers: fields.map(({ name }) => name),
  rows: find(card, document).filter(isVisible)
    .map(row => ({ row, cells: fields.map(({ element }) => fold(find(element, row)[0]?.innerText)) })),
});

const [layout, wanted] = [...arguments].map(text => text && JSON.parse(text));
const table = layout.table && find(layout.table, document).find(isVisible);
if (layout.table && !table) return null;

const { headers, rows } = table ? ofTable(table) : ofCards(layout);
if (wanted) return rows.find(({ cells }) => JSON.stringify(cells) === JSON.stringify(wanted))?.row ?? null;
return JSON.stringify({ headers, rows: rows.map(({ cells }) => cells) });

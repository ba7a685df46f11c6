// The script of the invoices' page. What it needs to know of the page is in faturaOnLine.
function $(id) { return document.getElementById(id); }

var page = { rows: [], at: 0, words: '' };

function get(address, done) {
  $(faturaOnLine.espera).style.display = 'block';
  var request = new XMLHttpRequest();
  request.open('GET', address);
  request.onload = function () {
    if (request.status === 401) {
      top.location.href = faturaOnLine.entrada;
      return;
    }
    $(faturaOnLine.espera).style.display = 'none';
    if (request.status === 200) done(request.responseText);
  };
  request.onerror = function () { $(faturaOnLine.espera).style.display = 'none'; };
  request.send();
}

// The list as it comes, with all its rows; a moment later the filter draws it again.
function listar(month) {
  if (!month) return;
  get('lista.do?mes=' + month, function (html) {
    var list = $(faturaOnLine.lista);
    list.innerHTML = html;
    var table = list.querySelector('table');
    page.table = table;
    setTimeout(function () { filter(table); }, faturaOnLine.pausa);
  });
}

function documentos(number) {
  get('documentos.do?n=' + number, function (html) { $(faturaOnLine.painel).innerHTML = html; });
}

// Each document in the same window, if that is still open.
function abrir(kind, number) {
  if (faturaOnLine.aviso) alert(faturaOnLine.aviso);
  window.open('documento.do?tipo=' + kind + '&n=' + number, 'documento', 'width=820,height=640,scrollbars=yes');
  return false;
}

function filter(table) {
  if (!table || page.table !== table) return;
  page = { rows: [].slice.call(table.tBodies[0].rows), at: 0, words: '', table: table };
  var late = Number(table.getAttribute('data-atraso'));
  var redraws = Number(table.getAttribute('data-vezes'));
  table.removeAttribute('data-atraso');
  table.removeAttribute('data-vezes');
  paint(late > 0);
  if (late > 0) again(table, late);
  for (var i = 1; i <= redraws; i++) again(table, i * 250);
}

function again(table, wait) {
  setTimeout(function () { if (page.table === table) paint(); }, wait);
}

function shown() {
  return page.rows.filter(function (row) { return row.innerText.toLowerCase().indexOf(page.words) >= 0 || !page.words; });
}

// Every drawing is a new table, never the one that was there.
function paint(waiting) {
  var rows = waiting ? [] : shown();
  var visible = rows.slice(page.at, page.at + faturaOnLine.tamanho);
  var box = document.createElement('div');
  box.className = faturaOnLine.caixa;
  box.appendChild(searchBox());
  var table = page.table.cloneNode(true);
  while (table.tBodies[0].rows.length) table.tBodies[0].deleteRow(0);
  visible.forEach(function (row) { table.tBodies[0].appendChild(row.cloneNode(true)); });
  box.appendChild(table);
  box.appendChild(footer(rows.length, visible.length));
  var list = $(faturaOnLine.lista);
  list.innerHTML = '';
  list.appendChild(box);
}

function searchBox() {
  var label = document.createElement('label');
  label.className = faturaOnLine.procura;
  label.appendChild(document.createTextNode(faturaOnLine.textos.procurar + ' '));
  var box = document.createElement('input');
  box.value = page.words;
  box.onchange = function () {
    page.words = box.value.toLowerCase();
    page.at = 0;
    paint();
  };
  label.appendChild(box);
  return label;
}

function footer(count, visible) {
  var line = document.createElement('div');
  line.className = faturaOnLine.rodape;
  line.appendChild(turn(faturaOnLine.textos.anterior, page.at - faturaOnLine.tamanho, page.at > 0));
  var text = count ? (page.at + 1) + ' - ' + (page.at + visible) + ' / ' + count : faturaOnLine.textos.aguarde;
  line.appendChild(document.createTextNode(' ' + text + ' '));
  line.appendChild(turn(faturaOnLine.textos.proxima, page.at + faturaOnLine.tamanho, page.at + visible < count));
  return line;
}

// A link while there is somewhere to go, else only its word.
function turn(text, to, possible) {
  var word = document.createElement(possible ? 'a' : 'span');
  word.appendChild(document.createTextNode(text));
  if (possible) {
    word.href = '#';
    word.onclick = function () {
      page.at = to;
      paint();
      return false;
    };
  }
  return word;
}

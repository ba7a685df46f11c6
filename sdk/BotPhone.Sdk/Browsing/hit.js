// Whether the click that aim.js follows has reached its element. It has when the page is another one since, and when the element was pressed
// and then taken away, as those that act at once are.
const aim = window[Symbol.for('aim')];
if (!aim) return true;
delete window[Symbol.for('aim')];
aim.done.abort();
return aim.clicked || (aim.pressed && !aim.element.isConnected);

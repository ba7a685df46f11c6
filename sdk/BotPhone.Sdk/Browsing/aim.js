// Follows what becomes of the next click on an element; hit.js tells it. Something that comes over the element, or moves it, in the moment
// of the click gets that in its place, and the driver does not notice. A page that draws the element again in that moment gives the click to
// its twin, which is as good.
const aim = { element: arguments[0], pressed: false, clicked: false, done: new AbortController() };
const options = { capture: true, signal: aim.done.signal };
const follow = (type, result) => window.addEventListener(type, event => { aim[result] ||= event.composedPath().some(isIt); }, options);
follow('mousedown', 'pressed');
follow('click', 'clicked');
window[Symbol.for('aim')] = aim;

function isIt(one, index, path) {
  if (one === aim.element) return true;
  if (aim.element.isConnected || !one.isEqualNode?.(aim.element)) return false;
  // All that was taken away with the element has come again: a row, not only a button like those of other rows.
  let depth = 0;
  for (let taken = aim.element; taken.parentNode; taken = taken.parentNode) depth++;
  return path[index + depth]?.isEqualNode?.(aim.element.getRootNode()) ?? false;
}

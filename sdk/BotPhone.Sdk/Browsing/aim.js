// Follows what becomes of the next click on an element; hit.js tells it. Something that comes over the element, or moves it, in the moment
// of the click gets that in its place, and the driver does not notice.
const aim = { element: arguments[0], pressed: false, clicked: false, done: new AbortController() };
const options = { capture: true, signal: aim.done.signal };
const follow = (type, result) => window.addEventListener(type, event => { aim[result] ||= event.composedPath().includes(aim.element); }, options);
follow('mousedown', 'pressed');
follow('click', 'clicked');
window[Symbol.for('aim')] = aim;

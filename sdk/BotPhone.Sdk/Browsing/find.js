// What the other scripts find elements with, and how they tell what is seen. It stands before each of them.
const fold = text => (text || '').replace(/\s+/g, ' ').trim();

const find = (selector, root) => selector.css
  ? [...root.querySelectorAll(selector.css)]
  : (result => Array.from({ length: result.snapshotLength }, (_, i) => result.snapshotItem(i)))(
    document.evaluate(selector.xpath, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null));

const hasRoom = element => [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
const isVisible = element => {
  // A list that is closed shows none of its options, and offers them all the same.
  const shown = element.closest('select') ?? element;
  return shown.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && (hasRoom(shown) || [...shown.querySelectorAll('*')].some(hasRoom));
};

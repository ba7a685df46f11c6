// Returns the first element that matches and can be seen (and used, if asked), or null.
const [root, css, xpath, usable] = arguments;

const snapshot = result => Array.from({ length: result.snapshotLength }, (_, i) => result.snapshotItem(i));
const found = css
  ? [...(root || document).querySelectorAll(css)]
  : snapshot(document.evaluate(xpath, root || document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null));

const hasSize = element => [...element.getClientRects()].some(box => box.width > 0 && box.height > 0) || [...element.children].some(hasSize);
const isVisible = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && hasSize(element);

return found.find(element => isVisible(element) && !(usable && element.matches(':disabled'))) || null;

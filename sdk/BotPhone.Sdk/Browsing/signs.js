// Returns the first sign that the current document shows, as { index, text }, or null.
const fold = text => (text || '').replace(/\s+/g, ' ').trim();

const isVisible = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';

const find = selector => selector.css
  ? [...document.querySelectorAll(selector.css)]
  : (result => Array.from({ length: result.snapshotLength }, (_, i) => result.snapshotItem(i)))(
    document.evaluate(selector.xpath, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null));

const holds = sign => {
  if (sign.address && !location.href.includes(sign.address)) return null;
  const elements = sign.element ? find(sign.element).filter(isVisible) : [document.body].filter(Boolean);
  const shown = elements.find(element => !sign.text || fold(element.innerText).includes(fold(sign.text)));
  return shown ? (sign.element ? fold(shown.innerText) : fold(sign.text)) : null;
};

const signs = JSON.parse(arguments[0]);
for (let index = 0; index < signs.length; index++) {
  const text = holds(signs[index]);
  if (text !== null) return { index, text: text.slice(0, 200) };
}
return null;

// Returns the first sign that the current document shows, as { index, text }, or null.
const holds = sign => {
  if (sign.address && !location.href.includes(sign.address)) return null;
  const elements = sign.element ? find(sign.element, document).filter(isVisible) : [document.body].filter(Boolean);
  const shown = elements.find(element => !sign.text || fold(element.innerText).includes(fold(sign.text)));
  return shown ? (sign.element ? fold(shown.innerText) : fold(sign.text)) : null;
};

const signs = JSON.parse(arguments[0]);
for (let index = 0; index < signs.length; index++) {
  const text = holds(signs[index]);
  if (text !== null) return { index, text: text.slice(0, 200) };
}
return null;

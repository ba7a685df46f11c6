// Takes passwords and the given texts out of the document that is shown, before anyone makes a picture of it or reads its source.
const texts = arguments[0];
const blank = text => texts.reduce((all, secret) => all.split(secret).join('•••'), text);

for (const field of document.querySelectorAll('input, textarea')) {
  const value = field.type === 'password' ? '' : blank(field.value ?? '');
  if (field.type !== 'file' && field.value !== value) field.value = value;
}
for (const element of document.querySelectorAll('*')) {
  if (element.type === 'password') element.removeAttribute('value');
  for (const attribute of [...element.attributes]) {
    const value = blank(attribute.value);
    if (value !== attribute.value) element.setAttribute(attribute.name, value);
  }
}
const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
while (walker.nextNode()) {
  const value = blank(walker.currentNode.data);
  if (value !== walker.currentNode.data) walker.currentNode.data = value;
}

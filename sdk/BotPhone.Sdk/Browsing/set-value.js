// Sets a field's value past whatever listens to its keys, then tells the page as a person who pastes would.
const [field, text] = arguments;
const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
field.focus();
property.set.call(field, text);
for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));

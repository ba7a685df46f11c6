// Writes a text into a field, in the place of what was there, as pasting does. Returns whether the field holds just that.
const [field, text] = arguments;
field.focus();
field.select?.();
document.execCommand(text ? 'insertText' : 'delete', false, text);
return field.value === text;

// Pages are built from the templates of the skin. What ties a template to the script
// (data-ref, data-on, data-part) is gone from the page that is shown.
const templates = new Map();

export function loadTemplates() {
  for (const template of document.querySelectorAll('template')) {
    templates.set(template.id, template.innerHTML);
    template.remove();
  }
}

export function build(name, { data = {}, on = {}, changed = null } = {}) {
  const holder = document.createElement('template');
  holder.innerHTML = templates.get(name).replace(/\{\{(\w+)\}\}/g, (_, key) => escape(data[key] ?? ''));
  const refs = {};
  for (const element of take(holder.content, 'data-on')) {
    const [event, action] = element.value.split(':');
    element.node.addEventListener(event, on[action]);
  }
  for (const element of take(holder.content, 'data-ref')) refs[element.value] = element.node;
  for (const element of take(holder.content, 'data-part')) {
    if (element.value === changed?.element) change(element.node, changed.renamed);
  }
  return { node: holder.content, refs };
}

export function fill(container, ...views) {
  container.replaceChildren(...views.map(view => view.node));
}

function take(root, attribute) {
  return [...root.querySelectorAll(`[${attribute}]`)].map(node => {
    const value = node.getAttribute(attribute);
    node.removeAttribute(attribute);
    return { node, value };
  });
}

// What was called otherwise yesterday, or is not there any more.
export function change(node, renamed) {
  if (!renamed) {
    node.remove();
    return;
  }
  node.removeAttribute('id');
  node.removeAttribute('class');
  const words = node.matches('table') ? node.querySelectorAll('th') : [node];
  for (const [i, word] of [...words].entries()) word.textContent = `Opção ${i + 1}`;
}

function escape(text) {
  const holder = document.createElement('i');
  holder.textContent = text;
  return holder.innerHTML.replaceAll('"', '&quot;');
}

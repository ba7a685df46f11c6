import { build } from './view.js';

// What comes over the page without being asked for: a banner about cookies, and a survey a little later.
export function showAdverts(session) {
  if (session.cookies) show('cookies');
  let left = sessionStorage.getItem('survey') ? 0 : session.survey.times;
  later();

  function later() {
    if (left-- > 0) setTimeout(() => show('survey', later), session.survey.after);
  }
}

function show(name, then) {
  const advert = build(name, { on: { accept: close, close } });
  const node = advert.node.firstElementChild;
  document.body.append(node);

  function close() {
    node.remove();
    if (name === 'survey') sessionStorage.setItem('survey', '1');
    then?.();
  }
}

import { call } from './api.js';
import { build, fill } from './view.js';

// The box under the list: choose what kind of document, ask for the rows that are ticked.
export function secondCopy(container, chosen, guard) {
  const closed = build('second-copy', { on: { open } });
  fill(container, closed);

  function open() {
    const form = build('second-copy-form', { on: { ask } });
    fill(container, form);

    function ask(event) {
      event.preventDefault();
      if (chosen.size === 0) {
        fill(form.refs.answer, build('second-copy-empty'));
        return;
      }
      guard(async () => {
        await call('POST', '/api/second-copies', { type: form.refs.type.value, numbers: [...chosen] });
        fill(form.refs.answer, build('second-copy-asked'));
      });
    }
  }
}

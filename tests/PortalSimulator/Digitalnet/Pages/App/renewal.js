import { build } from './view.js';

// Lies over the page until the user has said whether to go on.
export function askToContinue() {
  return new Promise(answer => {
    const dialog = build('renewal', { on: { stay: () => close(true), leave: () => close(false) } });
    const box = dialog.node.firstElementChild;
    document.body.append(dialog.node);

    function close(goOn) {
      box.remove();
      answer(goOn);
    }
  });
}

import { build } from './view.js';

let running = 0;
let spinner = null;

// Shows that something is going on, as long as anything is.
export async function busy(action) {
  spinner ??= build('spinner').node.firstElementChild;
  if (running++ === 0) document.body.append(spinner);
  try {
    return await action();
  } finally {
    if (--running === 0) spinner.remove();
  }
}

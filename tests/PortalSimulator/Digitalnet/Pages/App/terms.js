import { call } from './api.js';
import { store, stored } from './session.js';
import { build, fill } from './view.js';

export function showTerms(content, done) {
  fill(content, build('terms', { on: { accept } }));

  async function accept() {
    store(await call('POST', '/auth/terms', { body: { refresh: stored().refresh } }));
    done();
  }
}

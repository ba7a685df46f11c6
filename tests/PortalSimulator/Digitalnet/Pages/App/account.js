import { call } from './api.js';
import { build, fill } from './view.js';

export async function showAccount({ content, signal }) {
  const account = await call('GET', '/account');
  if (!signal.aborted) fill(content, build('account', { data: account }));
}

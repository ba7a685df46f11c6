import { forget, store, stored } from './session.js';
import { askToContinue } from './renewal.js';
import { busy } from './spinner.js';

export class SignedOut extends Error {}
export class Unreachable extends Error {}
export class Interrupted extends Error {}
export class Refused extends Error {
  constructor(status, error) {
    super(`HTTP ${status}`);
    this.status = status;
    this.error = error;
  }
}

let api = '';

export const useApi = address => { api = address; };

export const asJson = response => response.json();

export async function asBlob(response) {
  try {
    return await response.blob();
  } catch {
    throw new Interrupted();
  }
}

// A token that has run out is renewed if the user wants to go on, and the call is made again.
export async function call(method, path, { body, read = asJson } = {}) {
  for (let renewed = false; ; renewed = true) {
    const response = await busy(() => send(method, path, body));
    if (response.ok) return response.status === 204 ? null : busy(() => read(response));
    const { error } = await response.json().catch(() => ({}));
    if (response.status !== 401) throw new Refused(response.status, error);
    if (error !== 'expired' || renewed || !await askToContinue()) throw new SignedOut();
    store(await call('POST', '/auth/renew', { body: { refresh: stored().refresh } }));
  }
}

export async function signOut() {
  const { refresh } = stored();
  forget();
  await call('POST', '/auth/logout', { body: { refresh } });
}

async function send(method, path, body) {
  const headers = body ? { 'Content-Type': 'application/json' } : {};
  if (stored()) headers.Authorization = `Bearer ${stored().token}`;
  try {
    return await fetch(api + path, { method, headers, body: body && JSON.stringify(body) });
  } catch {
    throw new Unreachable();
  }
}

// The token lives in the browser's storage; it says itself who it is of, and what may be done with it.
const key = 'dn.sessao';

export const stored = () => JSON.parse(localStorage.getItem(key));

export const store = session => localStorage.setItem(key, JSON.stringify(session));

export const forget = () => localStorage.removeItem(key);

export function claims() {
  const content = stored().token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(content), character => character.charCodeAt(0))));
}

/** A key for a request, that no other request has. Pages that came without TLS have no `randomUUID`. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

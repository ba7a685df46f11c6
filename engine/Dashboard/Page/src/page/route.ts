/** Where the user is: `#/job/4f…?x=y`. Addresses stay in the browser, so a link can be shared and no server knows of pages. */
export interface Route {
  readonly name: string;
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [name = '', ...rest] = path.split('/').map(decode);
  return { name, rest, query: new URLSearchParams(query) };
}

export function addressOfPage(parts: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const given = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${given && `?${given}`}`;
}

// What someone typed by hand may be no escape.
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

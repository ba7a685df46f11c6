const name = 'botphone.token';

/** The token, for as long as the tab is open: never in a cookie, nor on disk. */
export const session = {
  get token(): string | null {
    return sessionStorage.getItem(name);
  },
  begin: (token: string): void => sessionStorage.setItem(name, token),
  end: (): void => sessionStorage.removeItem(name),
};

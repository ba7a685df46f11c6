const ADDRESS = 'botphone.endereco';
const TOKEN = 'botphone.token';
const JOB = 'botphone.job';

/** What a reload of the page must not lose. The token lives as long as the tab, and no password is ever kept. */
export const session = {
  get address(): string {
    return sessionStorage.getItem(ADDRESS) ?? import.meta.env.VITE_BOTPHONE ?? 'http://localhost:8000';
  },
  get token(): string {
    return sessionStorage.getItem(TOKEN) ?? '';
  },
  get job(): string {
    return sessionStorage.getItem(JOB) ?? '';
  },
  begin(address: string, token: string): void {
    sessionStorage.setItem(ADDRESS, address);
    sessionStorage.setItem(TOKEN, token);
  },
  follow(job: string): void {
    sessionStorage.setItem(JOB, job);
  },
  unfollow(): void {
    sessionStorage.removeItem(JOB);
  },
  end(): void {
    sessionStorage.removeItem(TOKEN);
    sessionStorage.removeItem(JOB);
  },
};

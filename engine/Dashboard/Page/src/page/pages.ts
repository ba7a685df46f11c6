import type { PageFactory } from './page';

interface Entry {
  /** The first word of the address after `#/`. */
  readonly name: string;
  /** In the menu; absent for a page that others lead to. */
  readonly label?: string;
  readonly load: () => Promise<PageFactory>;
}

/** All pages, in the order of the menu. Each is loaded when it is first opened. */
export const pages: readonly Entry[] = [
  { name: '', label: 'Agora', load: async () => (await import('../pages/now')).now },
  { name: 'jobs', label: 'Jobs', load: async () => (await import('../pages/jobs')).jobs },
  { name: 'novo', label: 'Novo job', load: async () => (await import('../pages/new-job')).newJob },
  { name: 'lote', label: 'Em lote', load: async () => (await import('../pages/batch')).batch },
  { name: 'faturas', label: 'Faturas', load: async () => (await import('../pages/invoices')).invoices },
  { name: 'numeros', label: 'Números', load: async () => (await import('../pages/numbers')).numbers },
  { name: 'operadoras', label: 'Operadoras', load: async () => (await import('../pages/operators')).operators },
  { name: 'job', load: async () => (await import('../pages/job')).job },
];

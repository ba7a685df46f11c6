const time = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const moment = new Intl.DateTimeFormat('pt-BR', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const money = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
const number = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('pt-BR', { style: 'percent', maximumFractionDigits: 1 });

export const formatTime = (stamp: string): string => time.format(new Date(stamp));

export const formatMoment = (stamp: string): string => moment.format(new Date(stamp));

export const formatMoney = (value: number): string => money.format(value);

export const formatShare = (part: number, whole: number): string => percent.format(whole === 0 ? 0 : part / whole);

export const formatNumber = (value: number): string => number.format(value);

/** `11222333000181` as people write it. */
export const formatCnpj = (cnpj: string): string => cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5');

/** For whom a job is; empty when its operator does not ask. */
export const clientOf = ({ cnpj, filtro }: { cnpj: string | null; filtro: string | null }): string => [cnpj && formatCnpj(cnpj), filtro].filter(Boolean).join(' · ');

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${number.format(bytes / 1024)} KiB` : `${number.format(bytes / 1024 / 1024)} MiB`;
}

/** `1 min 05 s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${number.format(seconds)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** How long it took; from then until now, in whole seconds, when it goes on. */
export function formatDuration(from: string, to: string | null | undefined, now: number): string {
  const seconds = Math.max(0, ((to ? Date.parse(to) : now) - Date.parse(from)) / 1000);
  return formatSeconds(to ? seconds : Math.floor(seconds));
}

export const plural = (count: number, one: string, many: string): string => `${number.format(count)} ${count === 1 ? one : many}`;

import { html, type TemplateResult } from 'lit-html';
import uPlot from 'uplot';
import type { Statistics } from '../server/types';
import { fromZero, wholeNumbers, type Shape, type Colours } from './plot';

const day = 24 * 60 * 60;

interface Day {
  /** Of its beginning, in seconds: days have no time zone here. */
  readonly at: number;
  readonly done: number;
  readonly failed: number;
}

/** Every day of a time, also those on which nothing ended. */
export function daysOf({ desde, ate, dias }: Statistics): readonly Day[] {
  const totals = new Map<string, { done: number; failed: number }>();
  for (const { dia, concluidos, falhas } of dias) {
    const { done, failed } = totals.get(dia) ?? { done: 0, failed: 0 };
    totals.set(dia, { done: done + concluidos, failed: failed + Object.values(falhas).reduce((sum, count) => sum + count, 0) });
  }
  const [first, last] = [Date.parse(desde) / 1000, Date.parse(ate) / 1000];
  return Array.from({ length: Math.round((last - first) / day) + 1 }, (_, index) => {
    const at = first + index * day;
    return { at, ...(totals.get(new Date(at * 1000).toISOString().slice(0, 10)) ?? { done: 0, failed: 0 }) };
  });
}

/** One above the other: the lower is drawn last, over the sum of both. */
export const dataOfDays = (days: readonly Day[]): uPlot.AlignedData => [days.map(({ at }) => at), days.map(({ done, failed }) => done + failed), days.map(({ done }) => done)];

export function shapeOfDays(colours: Colours): Shape {
  const bars = uPlot.paths.bars!({ size: [0.7, 48] });
  return {
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: { x: { range: (_, from, to) => [from - day / 2, to + day / 2] }, y: fromZero },
    legend: { show: false },
    cursor: { show: false },
    axes: [{ values: (_, splits) => splits.map((at) => (at % day === 0 ? writeDay(at) : '')), incrs: [1, 2, 7, 14, 28, 91].map((count) => count * day) }, { values: wholeNumbers, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] }],
    series: [{}, { fill: colours('bad'), paths: bars, points: { show: false } }, { fill: colours('good'), paths: bars, points: { show: false } }],
  };
}

export const tableOfDays = (days: readonly Day[]): TemplateResult => html`
  <table>
    <thead><tr><th scope="col">Dia</th><th scope="col" class="number">Prontos</th><th scope="col" class="number">Falharam</th></tr></thead>
    <tbody>${days.toReversed().map(({ at, done, failed }) => html`<tr><td>${writeDay(at)}</td><td class="number">${done}</td><td class="number">${failed}</td></tr>`)}</tbody>
  </table>`;

const writeDay = (at: number): string => new Date(at * 1000).toISOString().slice(5, 10).split('-').toReversed().join('/');

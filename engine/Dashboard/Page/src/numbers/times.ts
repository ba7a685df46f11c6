import { html, type TemplateResult } from 'lit-html';
import uPlot from 'uplot';
import { formatSeconds } from '../page/format';
import type { OperatorStatistics } from '../server/types';
import { fromZero, type Colours, type Shape } from './plot';

/** An operator of which a job was done. */
export interface Time {
  readonly operator: string;
  readonly median: number;
  readonly most: number;
}

export const timesOf = (operators: readonly OperatorStatistics[]): readonly Time[] =>
  operators.flatMap(({ operadora, mediana_segundos: median, p90_segundos: most }) => (median === null ? [] : [{ operator: operadora, median, most: most ?? median }]));

/** What nine of ten took, and over it what half of them took. */
export const dataOfTimes = (times: readonly Time[]): uPlot.AlignedData => [times.map((_, index) => index), times.map(({ most }) => most), times.map(({ median }) => median)];

export const shapeOfTimes = (times: () => readonly Time[]) => (colours: Colours): Shape => {
  const bars = uPlot.paths.bars!({ size: [0.5, 64] });
  return {
    scales: { x: { time: false, range: () => [-0.5, Math.max(0.5, times().length - 0.5)] }, y: fromZero },
    legend: { show: false },
    cursor: { show: false },
    axes: [
      { splits: () => times().map((_, index) => index), values: () => times().map(({ operator }) => operator), grid: { show: false } },
      { values: (_, splits) => splits.map(formatSeconds), size: 80 },
    ],
    series: [{}, { fill: colours('soft'), paths: bars, points: { show: false } }, { fill: colours('accent'), paths: bars, points: { show: false } }],
  };
};

export const tableOfTimes = (times: readonly Time[]): TemplateResult => html`
  <table>
    <thead><tr><th scope="col">Operadora</th><th scope="col" class="number">Metade em até</th><th scope="col" class="number">Nove de dez em até</th></tr></thead>
    <tbody>${times.map(({ operator, median, most }) => html`<tr><th scope="row">${operator}</th><td class="number">${formatSeconds(median)}</td><td class="number">${formatSeconds(most)}</td></tr>`)}</tbody>
  </table>`;

import { html, type TemplateResult } from 'lit-html';
import uPlot from 'uplot';
import type { Statistics } from '../server/types';
import { fromZero, wholeNumbers, type Colours, type Shape } from './plot';

type Point = Statistics['fila'][number];

const clock = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit' });
const hour = new Intl.DateTimeFormat('pt-BR', { day: '2-digit', month: '2-digit', hour: '2-digit' });

export const dataOfQueue = (points: readonly Point[]): uPlot.AlignedData => [
  points.map(({ em }) => Date.parse(em) / 1000),
  points.map(({ pendentes }) => pendentes),
  points.map(({ ativos }) => ativos),
];

export function shapeOfQueue(colours: Colours): Shape {
  // A number holds until the next one.
  const paths = uPlot.paths.stepped!({ align: 1 });
  const line = (colour: string) => ({ stroke: colours(colour), width: 2, paths, points: { show: false } });
  return {
    scales: { x: { range: (_, from, to) => [Math.min(from, to - 3600), to] }, y: fromZero },
    legend: { show: false },
    cursor: { show: false },
    axes: [{ values: (_, splits) => splits.map((at) => clock.format(at * 1000)) }, { values: wholeNumbers, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] }],
    series: [{}, { ...line('warn'), fill: colours('warn-paper') }, line('accent')],
  };
}

/** The highest numbers of each hour in which something changed. */
export function tableOfQueue(points: readonly Point[]): TemplateResult {
  const hours = new Map<string, { waiting: number; running: number }>();
  for (const { em, pendentes, ativos } of points) {
    const name = hour.format(new Date(em));
    const { waiting, running } = hours.get(name) ?? { waiting: 0, running: 0 };
    hours.set(name, { waiting: Math.max(waiting, pendentes), running: Math.max(running, ativos) });
  }
  return html`
    <table>
      <thead><tr><th scope="col">Hora</th><th scope="col" class="number">Na fila, no máximo</th><th scope="col" class="number">Rodando, no máximo</th></tr></thead>
      <tbody>${[...hours].toReversed().map(([name, { waiting, running }]) => html`<tr><td>${name} h</td><td class="number">${waiting}</td><td class="number">${running}</td></tr>`)}</tbody>
    </table>`;
}

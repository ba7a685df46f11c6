import { html, type TemplateResult } from 'lit-html';
import { formatDuration, formatTime } from '../page/format';
import type { Line } from '../server/types';

// The last line of every job only says its state.
const isEnd = ({ message }: Line): boolean => /^Job \S+ concluído: /.test(message);

/** What the job did, and how long each thing took; the last goes on until the job ends. */
export function steps(lines: readonly Line[], isRunning: boolean, now: number): TemplateResult {
  return html`
    <ol class="steps">
      ${lines.filter((line) => !isEnd(line)).map(({ timestamp, level, message }, index) => {
        const next = lines[index + 1]?.timestamp;
        const goesOn = isRunning && next === undefined;
        return html`
          <li class="${level.toLowerCase()} ${goesOn ? 'current' : ''}">
            <time datetime=${timestamp}>${formatTime(timestamp)}</time>
            <span>${message}</span>
            <span class="soft number">${next || goesOn ? formatDuration(timestamp, next, now) : ''}</span>
          </li>`;
      })}
    </ol>`;
}

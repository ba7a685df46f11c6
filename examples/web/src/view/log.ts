import type { Line } from '../types';
import { make } from './dom';

/** The lines of a job, read out as they come. */
export class LogView {
  private readonly list = make('ol');

  readonly element = make('div', { className: 'log', role: 'log', ariaLabel: 'O que o robô está fazendo', tabIndex: 0 }, this.list);

  /** Puts a line at its place; what was there and behind it is gone. */
  put(place: number, { timestamp, level, message }: Line): void {
    const box = this.element;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 8;
    while (this.list.children.length > place) this.list.lastElementChild!.remove();
    const when = make('time', { dateTime: timestamp }, new Date(timestamp).toLocaleTimeString('pt-BR'));
    this.list.append(make('li', { className: level.toLowerCase() }, when, make('span', {}, message)));
    if (atEnd) box.scrollTop = box.scrollHeight;
  }
}

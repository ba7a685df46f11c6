import type { TemplateResult } from 'lit-html';
import type { Live } from '../live/live';
import type { BotPhone } from '../server/botphone';

/** What a page is given. It ends with the signal, when the user goes elsewhere. */
export interface Place {
  readonly server: BotPhone;
  readonly live: Live;
  /** What stands in the address after the page's own name, decoded. */
  readonly rest: readonly string[];
  /** What stands in the address after the question mark. */
  readonly query: URLSearchParams;
  readonly signal: AbortSignal;
  /** Draws the page again, soon, however often it is called. */
  readonly redraw: () => void;
  /** Keeps what the user chose in the address, so that it can be shared, and draws the page again. */
  readonly choose: (query: Readonly<Record<string, string>>) => void;
  /** Tells those who do not see the page what has happened. */
  readonly announce: (words: string) => void;
}

/** A page that was begun: what it is called, and what it looks like now. */
export interface Page {
  readonly title: string | (() => string);
  readonly view: () => TemplateResult;
}

/** A page begins when the user comes to it: it starts to read and to follow, and ends with the place's signal. */
export type PageFactory = (place: Place) => Page;

import { processo } from '../forms/processo';
import type { Place } from '../page/page';
import type { Field, Operator } from '../server/types';
import { Results } from './results';
import { Sender } from './sender';
import { readSheet, type Sheet } from './sheet';

/** A spreadsheet for an operator, from its lines to their results. */
export class Lot {
  readonly fields: readonly Field[];
  readonly sheet: Sheet;
  readonly results: Results;
  readonly sender: Sender;
  /** Whether its end was announced. */
  wasTold = false;

  constructor(
    place: Place,
    readonly operator: Operator,
    text: string,
    readonly name: string,
  ) {
    this.fields = [...operator.payload, processo];
    this.sheet = readSheet(text, this.fields);
    this.results = new Results(place.server, operator.code);
    this.sender = new Sender(place, operator, this.sheet.lines, (line) => this.results.add(line));
  }

  forget(): void {
    this.sender.stop();
    for (const line of this.sheet.lines) line.forgetSecrets(this.fields);
  }
}

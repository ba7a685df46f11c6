import type { FieldFault } from './types';

/** What the server refused, and why, in words for the user. */
export class Refusal extends Error {
  /**
   * @param message What to show.
   * @param status The HTTP status; 0 when the server was not reached.
   * @param faults What is wrong with which field, for a request that was refused for its fields.
   * @param wait Seconds after which the same request may be made again; 0 when it would not help.
   */
  constructor(
    message: string,
    readonly status: number,
    readonly faults: readonly FieldFault[] = [],
    readonly wait = 0,
  ) {
    super(message);
  }

  static async of(response: Response): Promise<Refusal> {
    const { detail, trace_id } = (await response.json().catch(() => ({}))) as { detail?: string | FieldFault[]; trace_id?: string };
    const wait = Number(response.headers.get('Retry-After') ?? 0);
    if (Array.isArray(detail)) return new Refusal('Confira os campos marcados.', response.status, detail, wait);
    const words = detail ?? `O servidor respondeu com o erro ${response.status}.`;
    return new Refusal(trace_id ? `${words} (${trace_id})` : words, response.status, [], wait);
  }

  /** The network failed, or the server is not there. */
  static get unreached(): Refusal {
    return new Refusal('Não consegui falar com o servidor. Veja se ele está no ar.', 0);
  }
}

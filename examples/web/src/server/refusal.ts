import type { FieldFault } from '../types';

const UNREACHABLE = 0;
const TOO_MANY = 429;

/** Why the server did not do what it was asked, in words for who asked. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly faults: FieldFault[] = [],
    /** How many seconds the server asks to wait. */
    readonly wait = 0,
  ) {
    super(message);
  }

  /** Whether the same request may be granted later. */
  get passes(): boolean {
    return this.status === UNREACHABLE || this.status === TOO_MANY || this.status >= 500;
  }

  static unreachable(address: string): Refusal {
    const advice = `Veja se o endereço está certo, se o servidor está no ar e se ele aceita esta página: Cors:Origins precisa ter ${location.origin}.`;
    return new Refusal(UNREACHABLE, `Não consegui falar com ${address}. ${advice}`);
  }

  static async of(answer: Response): Promise<Refusal> {
    const wait = Number(answer.headers.get('Retry-After')) || 0;
    const { detail, trace_id } = await answer.json().catch(() => ({}));
    if (Array.isArray(detail)) return new Refusal(answer.status, 'Confira os campos marcados.', detail, wait);
    if (typeof detail !== 'string') return new Refusal(answer.status, `O servidor respondeu ${answer.status}, sem dizer por quê.`, [], wait);
    if (answer.status === 401) return new Refusal(401, `${detail}. Confira, ou peça outro a quem cuida do servidor.`);
    return new Refusal(answer.status, trace_id ? `${detail}. Para quem cuida do servidor: ${trace_id}` : `${detail}.`, [], wait);
  }
}

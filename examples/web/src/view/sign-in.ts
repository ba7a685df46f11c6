import { BotPhone } from '../server/botphone';
import { session } from '../server/session';
import { Alert, make, messageOf } from './dom';
import { FieldView } from './field';

const ADDRESS = { name: 'endereco', description: 'Endereço do servidor', required: true, secret: false, format: 'text', example: 'http://localhost:8000' } as const;
const TOKEN = { name: 'token', description: 'Token: quem cuida do servidor emite o seu. Ele fica só nesta aba, até você sair ou fechá-la.', required: true, secret: true, format: 'text', example: null } as const;

/** Asks where the server is and for a token, until both are good. */
export function signIn(notice: string, enter: (server: BotPhone) => Promise<void>): HTMLElement {
  const alert = new Alert();
  const address = new FieldView(ADDRESS);
  const token = new FieldView(TOKEN);
  const send = make('button', { type: 'submit' }, 'Entrar');
  const form = make('form', { noValidate: true }, address.element, token.element, alert.element, send);
  address.input.value = session.address;
  address.input.inputMode = 'url';
  token.input.autocomplete = 'off';
  token.input.value = session.token;
  alert.say(notice);

  form.onsubmit = async (event) => {
    event.preventDefault();
    const server = read();
    if (!server || send.disabled) return;
    send.disabled = true;
    alert.say('');
    await enter(server).catch((error: unknown) => alert.say(messageOf(error)));
    send.disabled = false;
  };
  const lead = make('p', { className: 'lead' }, 'Diga onde está o seu BotPhone e comece a buscar faturas.');
  return make('section', { className: 'narrow' }, make('h2', { tabIndex: -1 }, 'Boas-vindas'), lead, form);

  function read(): BotPhone | undefined {
    const origin = originOf(address.input.value);
    // As it comes from a clipboard.
    const key = token.input.value.replace(/^\s*Bearer\s/i, '').replace(/\s/g, '');
    address.blame(origin ? '' : 'Precisa começar com http:// ou https://');
    token.blame(/^[\x21-\x7e]+$/.test(key) ? '' : key === '' ? 'Preencha este campo' : 'Isto não parece um token');
    const first = [address, token].find(({ input }) => input.ariaInvalid);
    first?.input.focus();
    return first ? undefined : new BotPhone(origin, key);
  }
}

/** Without what is behind the last folder; empty when it is no address. */
function originOf(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url && /^https?:$/.test(url.protocol) ? (url.origin + url.pathname).replace(/\/+$/, '') : '';
}

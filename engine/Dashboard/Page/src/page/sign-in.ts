import { html, nothing, type TemplateResult } from 'lit-html';
import { BotPhone } from '../server/botphone';
import { Refusal } from '../server/refusal';

/** The way in. A token is looked at before it is believed. */
export function signIn(notice: string, enter: (token: string) => Promise<void>, redraw: () => void): { view: () => TemplateResult } {
  let words = notice;
  let busy = false;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    // As it comes from a clipboard.
    const token = String(new FormData(form).get('token')).trim().replace(/^Bearer\s+/i, '');
    busy = true;
    words = '';
    redraw();
    try {
      await new BotPhone(token).tokenInfo();
      form.reset();
      await enter(token);
    } catch (error) {
      words = error instanceof Refusal && error.status === 401
        ? 'Token inválido ou expirado. Confira se ele foi colado inteiro, ou peça outro a quem cuida do servidor.'
        : (error as Error).message;
      busy = false;
      redraw();
    }
  }

  return {
    view: () => html`
      <main class="way-in">
        <form class="card" @submit=${submit}>
          <img src="./painel/icon.svg" alt="" width="48" height="48">
          <h1>BotPhone</h1>
          <p class="soft">As faturas de telecom, buscadas, conferidas e guardadas.</p>
          <label for="token">Token</label>
          <input id="token" name="token" type="password" required autocomplete="off" spellcheck="false" aria-describedby="token-hint" aria-invalid=${words ? 'true' : nothing}>
          <p class="hint" id="token-hint">Vale só nesta aba. Quem cuida do servidor emite um com <code>botphone token issue</code>.</p>
          <p class="fault" role="alert">${words}</p>
          <button type="submit" ?disabled=${busy}>${busy ? 'Entrando…' : 'Entrar'}</button>
        </form>
      </main>`,
  };
}

import { html, nothing, type TemplateResult } from 'lit-html';
import type { Connection } from '../live/follower';
import { pages } from './pages';

const connections: Record<Connection, { words: string; state: string }> = {
  socket: { words: 'Ao vivo', state: 'good' },
  stream: { words: 'Ao vivo', state: 'good' },
  polling: { words: 'Atualiza a cada 5 s', state: 'fair' },
  lost: { words: 'Sem conexão: tentando de novo', state: 'bad' },
};

interface Framed {
  readonly title: string;
  readonly current: string;
  readonly connection: Connection;
  readonly words: string;
  readonly content: TemplateResult;
  readonly leave: () => void;
}

/** What surrounds every page: the menu, and whether what is shown is live. */
export const frame = ({ title, current, connection, words, content, leave }: Framed): TemplateResult => html`
  <a class="skip" href="#conteudo" @click=${skip}>Ir para o conteúdo</a>
  <header class="bar">
    <a class="brand" href="#/"><img src="./painel/icon.svg" alt="" width="28" height="28">BotPhone</a>
    <nav aria-label="Páginas">
      ${pages.map(({ name, label }) => label === undefined ? nothing : html`<a href="#/${name}" aria-current=${name === current ? 'page' : nothing}>${label}</a>`)}
    </nav>
    <p class="connection ${connections[connection].state}" role="status">${connections[connection].words}</p>
    <button type="button" class="quiet" @click=${leave}>Sair</button>
  </header>
  <main id="conteudo">
    <h1 tabindex="-1">${title}</h1>
    ${content}
  </main>
  <p class="unseen" role="status">${words}</p>`;

// The address is the page's: it stays.
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('h1')?.focus();
}

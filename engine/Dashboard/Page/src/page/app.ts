import { html, nothing, render } from 'lit-html';
import { Live } from '../live/live';
import { BotPhone } from '../server/botphone';
import { session } from '../server/session';
import type { Page } from './page';
import { pages } from './pages';
import { addressOfPage, readRoute, type Route } from './route';
import { frame } from './frame';
import { problem } from './parts';
import { signIn } from './sign-in';

/** Everything on the screen: either the way in, or the frame with the page that the address names. */
export class App {
  #page: Page | undefined;
  #route: Route = readRoute('');
  #leave = new AbortController();
  #live: Live | undefined;
  #drawing = false;
  #words = '';

  constructor(readonly root: HTMLElement) {
    window.addEventListener('hashchange', () => void this.#open());
  }

  /** Whoever was here in this tab comes in at once; the first request tells whether that still holds. */
  start(): void {
    if (session.token) void this.#enter(session.token);
    else this.#ask('');
  }

  #ask(notice: string): void {
    document.title = 'Entrar · BotPhone';
    const page = signIn(notice, (token) => {
      session.begin(token);
      return this.#enter(token);
    }, () => render(page.view(), this.root));
    render(page.view(), this.root);
    this.root.querySelector('input')?.focus();
  }

  async #enter(token: string): Promise<void> {
    const server = new BotPhone(token);
    server.onExpired = ({ message }) => this.#forget(`${message}. Peça outro a quem cuida do servidor.`);
    const whole = new AbortController();
    this.#live = new Live(server, whole.signal);
    this.#live.onConnection = () => this.#redraw();
    this.#end = () => whole.abort();
    render(nothing, this.root);
    await this.#open();
  }

  #end = () => {};

  #forget(notice: string): void {
    if (!this.#live) return;
    this.#end();
    this.#leave.abort();
    this.#live = undefined;
    this.#page = undefined;
    session.end();
    render(nothing, this.root);
    this.#ask(notice);
  }

  async #open(): Promise<void> {
    const live = this.#live;
    if (!live) return;
    this.#leave.abort();
    const leave = (this.#leave = new AbortController());
    const route = (this.#route = readRoute(location.hash));
    this.#page = undefined;
    try {
      const factory = await pages.find(({ name }) => name === route.name)?.load();
      if (leave.signal.aborted) return;
      this.#page = factory?.({
        server: live.server,
        live,
        rest: route.rest,
        query: route.query,
        signal: leave.signal,
        redraw: () => !leave.signal.aborted && this.#redraw(),
        choose: (query) => this.#choose(query),
        announce: (words) => {
          this.#words = words;
          this.#redraw();
        },
      }) ?? { title: 'Página não encontrada', view: () => problem('Esta página não existe.', html`<a href="#/">Ir para o início</a>`) };
    } catch {
      this.#page = { title: 'Não carregou', view: () => problem('A página não pôde ser carregada: talvez o servidor tenha mudado de versão.', html`<button type="button" @click=${() => location.reload()}>Recarregar</button>`) };
    }
    this.#words = '';
    this.#draw();
    window.scrollTo(0, 0);
    this.root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  #choose(query: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(query)) {
      if (value) this.#route.query.set(name, value);
      else this.#route.query.delete(name);
    }
    history.replaceState(null, '', addressOfPage([this.#route.name, ...this.#route.rest], Object.fromEntries(this.#route.query)));
    this.#redraw();
  }

  #redraw(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw(): void {
    const [page, live] = [this.#page, this.#live];
    if (!page || !live) return;
    const title = typeof page.title === 'string' ? page.title : page.title();
    document.title = `${title} · BotPhone`;
    render(frame({ title, current: this.#route.name, connection: live.connection, words: this.#words, content: page.view(), leave: () => this.#forget('') }), this.root);
  }
}

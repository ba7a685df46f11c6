import './style/base.css';
import './style/forms.css';
import './style/job.css';
import { BotPhone } from './server/botphone';
import { Refusal } from './server/refusal';
import { session } from './server/session';
import { show } from './view/dom';
import { jobForm } from './view/job-form';
import { jobView } from './view/job';
import { signIn } from './view/sign-in';

const who = document.querySelector<HTMLElement>('#who')!;
const leave = document.querySelector<HTMLButtonElement>('#leave')!;
let following = new AbortController();

leave.onclick = () => forget('');
if (session.token) enter(new BotPhone(session.address, session.token)).catch(comeBack);
else begin('');

// A server that is away for a moment costs nobody the token.
function comeBack(error: Error): void {
  if (error instanceof Refusal && error.status === 401) forget(error.message);
  else begin(error.message);
}

function forget(notice: string): void {
  session.end();
  begin(notice);
}

/** Asks for a server and a token. */
function begin(notice: string): void {
  following.abort();
  who.textContent = '';
  leave.hidden = true;
  document.title = 'BotPhone';
  show(signIn(notice, enter));
}

async function enter(server: BotPhone): Promise<void> {
  const { expires_in } = await server.tokenInfo();
  const { operadoras } = await server.operators();
  session.begin(server.address, server.token);
  server.onExpired = ({ message }) => forget(message);
  who.textContent = `${new URL(server.address).host} · token válido por ${lasts(expires_in)}`;
  leave.hidden = false;

  const form = jobForm(operadoras, async ({ route }, request, key) => openJob((await server.submit(route, request, key)).job_id));
  if (session.job) openJob(session.job);
  else openForm();

  function openForm(): void {
    following.abort();
    session.unfollow();
    document.title = 'BotPhone';
    show(form);
  }

  function openJob(jobId: string): void {
    session.follow(jobId);
    following = new AbortController();
    show(jobView(server, jobId, following.signal, openForm));
  }
}

function lasts(minutes: number): string {
  const [count, one, many] = minutes >= 2880 ? [minutes / 1440, 'dia', 'dias'] : minutes >= 120 ? [minutes / 60, 'hora', 'horas'] : [minutes, 'minuto', 'minutos'];
  return `${Math.floor(count)} ${Math.floor(count) === 1 ? one : many}`;
}

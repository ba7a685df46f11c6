const words = 'O envio ainda não terminou. Sair agora deixa linhas sem enviar. Sair mesmo assim?';

/** Asks before the page is left while something would be lost. */
export function askBeforeLeaving(wouldLose: () => boolean, signal: AbortSignal): void {
  window.addEventListener('beforeunload', (event) => {
    if (wouldLose()) event.preventDefault();
  }, { signal });
  // Before the pages hear of it; whoever stays gets the address back.
  window.addEventListener('hashchange', (event) => {
    if (!wouldLose() || confirm(words)) return;
    event.stopImmediatePropagation();
    history.pushState(null, '', event.oldURL);
  }, { signal, capture: true });
}

// Waits until the page changes, at most the given milliseconds. What changes comes in many steps: the first few are taken together.
const [limit] = arguments;
return new Promise(resolve => {
  const over = new AbortController();
  const settle = () => {
    over.abort();
    observer.disconnect();
    setTimeout(resolve, limit / 4);
  };
  const observer = new MutationObserver(settle);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of ['load', 'transitionend', 'animationend']) window.addEventListener(type, settle, { capture: true, signal: over.signal });
  setTimeout(resolve, limit);
});

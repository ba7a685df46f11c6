// Texts of the server enter the page as text: what would be HTML cannot even be given here.
type Properties<E> = Partial<Omit<E, 'innerHTML' | 'outerHTML' | 'children'>>;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Shows a view in the place of the one before, and takes who listens or uses the keyboard there. */
export function show(view: HTMLElement): void {
  document.querySelector('main')!.replaceChildren(view);
  view.querySelector('h2')?.focus();
}

/** What is read out as soon as it says something. */
export class Alert {
  readonly element = make('p', { className: 'alert', role: 'alert', hidden: true });

  say(text: string): void {
    this.element.textContent = text;
    this.element.hidden = text === '';
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

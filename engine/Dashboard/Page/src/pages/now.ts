import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const now: PageFactory = () => ({ title: 'now', view: () => html`${empty('…')}` });

import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const figures: PageFactory = () => ({ title: 'figures', view: () => html`${empty('…')}` });

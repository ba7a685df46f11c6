import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const batch: PageFactory = () => ({ title: 'batch', view: () => html`${empty('…')}` });

import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const invoices: PageFactory = () => ({ title: 'invoices', view: () => html`${empty('…')}` });

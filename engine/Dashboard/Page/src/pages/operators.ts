import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const operators: PageFactory = () => ({ title: 'operators', view: () => html`${empty('…')}` });

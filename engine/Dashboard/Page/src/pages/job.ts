import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const job: PageFactory = () => ({ title: 'job', view: () => html`${empty('…')}` });

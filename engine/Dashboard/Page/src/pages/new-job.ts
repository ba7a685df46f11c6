import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const newJob: PageFactory = () => ({ title: 'new-job', view: () => html`${empty('…')}` });

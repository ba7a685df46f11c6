import { html } from 'lit-html';
import { empty } from '../page/parts';
import type { PageFactory } from '../page/page';

export const jobs: PageFactory = () => ({ title: 'jobs', view: () => html`${empty('…')}` });

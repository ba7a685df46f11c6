import './style/base.css';
import './style/frame.css';
import './style/parts.css';
import './style/forms.css';
import { App } from './page/app';

new App(document.getElementById('app')!).start();

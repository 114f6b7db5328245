import { render } from 'preact';
import { App } from './frame/app.tsx';
import { settleLanguage } from './state/language.ts';
import { settleTheme } from './state/theme.ts';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/tables.css';
import './styles/print.css';

settleTheme();
settleLanguage();
render(<App />, document.getElementById('page')!);

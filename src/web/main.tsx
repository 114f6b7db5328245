import { render } from 'preact';
import { App } from './frame/app.tsx';
import { pageAt } from './frame/pages.ts';
import { settleLanguage } from './state/language.ts';
import { followScroll } from './state/scroll.ts';
import { settleTheme } from './state/theme.ts';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/tables.css';
import './styles/print.css';

settleTheme();
followScroll();
settleLanguage();
// The page's own code comes while its frame is drawn, which tells of it where it does not.
pageAt(location.pathname)
  ?.page.load()
  .catch(() => undefined);
render(<App />, document.getElementById('page')!);

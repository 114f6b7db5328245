import { useState } from 'preact/hooks';
import { Link } from '../parts/link.tsx';
import { PlaceSearch } from '../parts/place-search.tsx';
import { chooseLanguage, LANG_ATTRIBUTE, OTHER } from '../state/language.ts';
import { go, addressOf, useLocation } from '../state/location.ts';
import { kept, useSelection } from '../state/selection.ts';
import { theme, turnTheme } from '../state/theme.ts';
import { useWords } from '../words/use-words.ts';
import { Observatories } from './observatories.tsx';
import { type PageId, PAGES } from './pages.ts';

/** Pages that one reaches from others. */
const NOT_IN_MENU: readonly PageId[] = ['place', 'robustness', 'methods', 'data'];

/** Name, pages, search, language, light or dark. */
export function Header({ current }: { readonly current: PageId | null }) {
  const words = useWords();
  const { lang } = useSelection();
  const { query } = useLocation();
  const [shade, setShade] = useState(theme);
  return (
    <header>
      <Link to="/" class="name">
        Synopolis
      </Link>
      <Observatories />
      <nav aria-label={words.menu}>
        <ul>
          {PAGES.filter(({ id }) => !NOT_IN_MENU.includes(id)).map(({ id, path }) => (
            <li key={id}>
              <Link to={path} current={id === current}>
                {words.pages[id]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PlaceSearch label={words.search} onPick={({ id }) => go(addressOf(`/place/${id}`, kept(query)))} />
      <button
        type="button"
        class="quiet"
        lang={LANG_ATTRIBUTE[OTHER[lang]]}
        onClick={() => chooseLanguage(OTHER[lang])}
      >
        {words.otherLanguage}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          turnTheme();
          setShade(theme());
        }}
      >
        {shade === 'dark' ? words.light : words.dark}
      </button>
    </header>
  );
}

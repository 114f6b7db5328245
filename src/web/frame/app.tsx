import { useEffect, useErrorBoundary } from 'preact/hooks';
import { syntheticBanner } from '../../analyses/about/synthetic.ts';
import { useLoaded } from '../api-client/use-loaded.ts';
import { Link } from '../parts/link.tsx';
import { Answer } from '../parts/states.tsx';
import { titleOf } from '../state/observatory.ts';
import { LANG_ATTRIBUTE } from '../state/language.ts';
import { LocationContext, useFollowedLocation, useLocation } from '../state/location.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';
import { Controls } from './controls.tsx';
import { Header } from './header.tsx';
import { MissingData } from './missing-data.tsx';
import { type Page, pageAt } from './pages.ts';
import { useObservatory } from './observatory.ts';

export function App() {
  return (
    <LocationContext.Provider value={useFollowedLocation()}>
      <Frame />
    </LocationContext.Provider>
  );
}

/** The frame around every page: header, controls, the page, footer. */
function Frame() {
  const { path } = useLocation();
  const { lang } = useSelection();
  const words = useWords();
  const found = pageAt(path);
  const name = found === null ? words.missing : words.pages[found.page.id];
  const { synthetic } = useObservatory();
  useEffect(() => {
    document.documentElement.lang = LANG_ATTRIBUTE[lang];
    document.title = titleOf(name);
  }, [lang, name]);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <Header current={found?.page.id ?? null} />
      {synthetic === null ? null : (
        <aside class="synthetic" aria-label={words.about}>
          {syntheticBanner(synthetic, lang)}
        </aside>
      )}
      {found === null || found.page.controls.length === 0 ? null : <Controls of={found.page.controls} />}
      <main id="content" tabIndex={-1}>
        <MissingData />
        {found === null ? <Missing /> : <Body key={found.page.id} page={found.page} rest={found.rest} />}
      </main>
      <footer>
        <p>{words.footer}</p>
        <p>
          <Link to="/methods">{words.pages.methods}</Link> · <Link to="/data">{words.pages.data}</Link>
        </p>
      </footer>
    </>
  );
}

interface BodyProps {
  readonly page: Page;
  readonly rest: string;
}

/** A page once its code is there; one that fails leaves the frame standing. */
function Body({ page: { id, load }, rest }: BodyProps) {
  const loaded = useLoaded(`page ${id}`, load);
  const words = useWords();
  const [error] = useErrorBoundary((failure) => console.error(failure)) as [unknown, () => void];
  if (error !== undefined)
    return (
      <div class="problem" role="alert">
        <p>{words.broken}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    );
  return <Answer of={loaded}>{({ default: Loaded }) => <Loaded rest={rest} />}</Answer>;
}

function Missing() {
  const words = useWords();
  return (
    <div class="column">
      <h1>{words.missing}</h1>
      <p>{words.missingHelp}</p>
      <Link to="/">{words.home}</Link>
    </div>
  );
}

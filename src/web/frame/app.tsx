import type { ComponentType } from 'preact';
import { useEffect, useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks';
import { Link } from '../parts/link.tsx';
import { LocationContext, useFollowedLocation, useLocation } from '../state/location.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';
import { Controls } from './controls.tsx';
import { Header } from './header.tsx';
import { pageAt, type PageProps } from './pages.ts';
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
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = `${name} · Synopolis`;
  }, [lang, name]);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <Header current={found?.page.id ?? null} />
      {synthetic === null ? null : (
        <aside class="synthetic" aria-label={words.about}>
          {words.synthetic}
        </aside>
      )}
      {found === null || found.page.controls.length === 0 ? null : <Controls of={found.page.controls} />}
      <main id="content" tabIndex={-1}>
        {found === null ? <Missing /> : <Body key={found.page.id} load={found.page.load} rest={found.rest} />}
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
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
  readonly rest: string;
}

/** A page once its code is there; one that fails leaves the frame standing. */
function Body({ load, rest }: BodyProps) {
  const [Page, setPage] = useState<ComponentType<PageProps> | null>(null);
  const words = useWords();
  const [error] = useErrorBoundary((failure) => console.error(failure)) as [unknown, () => void];
  useLayoutEffect(() => {
    let left = false;
    void load().then((loaded) => {
      if (!left) setPage(() => loaded.default);
    });
    return () => {
      left = true;
    };
  }, [load]);
  if (error !== undefined) return <p class="problem">{words.broken}</p>;
  return Page === null ? <p class="waiting">{words.waiting}</p> : <Page rest={rest} />;
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

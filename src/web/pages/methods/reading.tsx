import { useEffect, useRef } from 'preact/hooks';
import { useLoaded } from '../../api-client/use-loaded.ts';
import { Link } from '../../parts/link.tsx';
import { Answer } from '../../parts/states.tsx';
import { addressOf, go, useLocation } from '../../state/location.ts';
import { kept, useSelection } from '../../state/selection.ts';
import { documentLoader } from './documents.ts';
import { titles, words } from './words.ts';

/** One page of the documentation; its links lead to pages here. */
export function Reading({ name }: { readonly name: string }) {
  const { lang } = useSelection();
  const { query } = useLocation();
  const text = words[lang];
  const load = documentLoader(name);
  const loaded = useLoaded(`document ${name}`, load);
  const page = loaded.answer;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // An address may name a heading, which is there only now.
    if (page !== null && location.hash !== '')
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [page]);
  const follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    const href = link?.getAttribute('href') ?? '';
    if (!href.startsWith('/methods') || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const [path, anchor = null] = href.split('#') as [string, string?];
    const address = addressOf(path, kept(query));
    go(anchor === null ? address : `${address}#${anchor}`);
    if (anchor === null) scrollTo(0, 0);
  };
  const own = titles[lang].of(name);
  return (
    <article class="reading">
      <p class="quiet-text">
        <Link to="/methods">← {text.all}</Link>
      </p>
      {load === null ? <p class="empty">{text.missing}</p> : null}
      <Answer of={loaded}>
        {(page) => (
          <>
            <h1>{own?.[0] ?? page.title}</h1>
            {own === null ? null : <p class="lead">{own[1]}</p>}
            {text.language === null ? null : (
              <p class="quiet-text">
                {text.language} <span lang="en">{page.title}</span>
              </p>
            )}
            <div
              class="document"
              lang="en"
              ref={body}
              onClick={follow}
              // Made from the project's own pages when the application was built.
              dangerouslySetInnerHTML={{ __html: page.html }}
            />
          </>
        )}
      </Answer>
    </article>
  );
}

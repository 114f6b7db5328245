import { isPartly, syntheticBanner } from '../../../analyses/about/synthetic.ts';
import type { Manifest } from '../../../observatory/index.ts';
import { whole } from '../../../base/index.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Link } from '../../parts/link.tsx';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

interface CiteProps {
  readonly manifest: Manifest;
  readonly synthetic: string | null;
}

/** How to cite what is shown, what made it, and where a program asks. */
export function Cite({ manifest: { title, built, synopolis, records }, synthetic }: CiteProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const { version, engine, node, format } = synopolis;
  const citation = text.citation(
    title ?? text.untitled,
    built.slice(0, 10),
    version,
    whole(records.kept, lang),
  );
  return (
    <>
      <section>
        <h2>{text.cite}</h2>
        {synthetic === null ? null : (
          <p class="warned">{isPartly(synthetic) ? syntheticBanner(synthetic, lang) : text.synthetic}</p>
        )}
        <p class="citation" lang="en">
          {citation}
        </p>
        <p>
          <CopyButton text={citation}>{text.copy}</CopyButton> <span class="quiet-text">{text.citeHelp}</span>
        </p>
      </section>
      <section>
        <h2>{text.versions}</h2>
        <p>{text.made(version, engine, node.replace(/^v/, ''), String(format))}</p>
        <p>
          {text.api} <a href="/api/openapi.json">{text.openapi}</a>,{' '}
          <Link to="/methods/guide/library">{text.howToAsk}</Link>
        </p>
      </section>
    </>
  );
}

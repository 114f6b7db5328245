import type { Manifest } from '../../../observatory/index.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { Answer } from '../../parts/states.tsx';
import { useSelection } from '../../state/selection.ts';
import { Cite } from './cite.tsx';
import { Coverage } from './coverage.tsx';
import { Definitions } from './definitions.tsx';
import { DownloadTable } from './download-table.tsx';
import { Inputs, LeftOut } from './inputs.tsx';
import { words } from './words.ts';
import './page.css';

/** The manifest as the server tells it, in the language asked for. */
export interface ManifestAnswer {
  readonly manifest: Manifest;
  readonly synthetic: string | null;
  readonly told: readonly string[];
}

/** What went into the observatory, what was left out, what is located, and every answer as a file. */
export default function Data() {
  const { lang } = useSelection();
  const text = words[lang];
  const manifest = useAnswer(pathOf('manifest', { lang }));
  return (
    <div class="data">
      <h1>{text.heading}</h1>
      <Answer of={manifest}>
        {({ manifest: told, synthetic }) => (
          <>
            <p class="lead">
              {text.lead(told.title ?? text.untitled, told.built.slice(0, 10), told.synopolis.version)}
            </p>
            <Inputs manifest={told} />
            <LeftOut manifest={told} />
            <Coverage />
            <Definitions />
            <DownloadTable />
            <Cite manifest={told} synthetic={synthetic} />
          </>
        )}
      </Answer>
    </div>
  );
}

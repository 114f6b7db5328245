import { useState } from 'preact/hooks';
import { requestFile, type Parameters, pathOf, type Problem, problemOf } from '../../api-client/client.ts';
import { save } from '../../parts/save.ts';
import { Trouble } from '../../parts/states.tsx';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

interface DownloadButtonsProps {
  /** Of the answer, as readers know it. */
  readonly title: string;
  readonly path: string;
  readonly asked: Parameters;
  readonly formats: readonly string[];
}

/** An answer in each of its formats; a long question is waited for, and what is wrong is said beside it. */
export function DownloadButtons({ title, path, asked, formats }: DownloadButtonsProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ readonly format: string; readonly problem: Problem } | null>(null);
  const get = (format: string): void => {
    setBusy(format);
    setFailed(null);
    requestFile(pathOf(path, asked, `.${format}`))
      .then(
        (file) => save(`${path.split('/').at(-1)!}.${EXTENSIONS[format] ?? format}`, file),
        (error: unknown) => setFailed({ format, problem: problemOf(error) }),
      )
      .finally(() => setBusy(null));
  };
  return (
    <>
      <span class="downloads">
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            disabled={busy !== null}
            aria-label={`${title} ${NAMES[format] ?? format.toUpperCase()}`}
            onClick={() => get(format)}
          >
            {NAMES[format] ?? format.toUpperCase()}
          </button>
        ))}
      </span>
      <span role="status" class="quiet-text">
        {busy === null ? null : text.counting}
      </span>
      {failed === null ? null : (
        <Trouble
          problem={failed.problem}
          name={`${title} ${NAMES[failed.format] ?? failed.format.toUpperCase()}`}
          again={() => get(failed.format)}
        />
      )}
    </>
  );
}

const NAMES: Readonly<Record<string, string | undefined>> = {
  parquet: 'Parquet',
  graphml: 'GraphML',
  vosviewer: 'VOSviewer',
};
/** Where a format’s files are called otherwise. */
const EXTENSIONS: Readonly<Record<string, string | undefined>> = { vosviewer: 'json' };

import { render } from '../../../base/index.ts';
import { FileInput } from '../../parts/file-input.tsx';
import { FileRead } from '../../parts/file-read.tsx';
import { findPlaces } from '../../parts/find-places.ts';
import { Trouble } from '../../parts/states.tsx';
import { useOpenedFile } from '../../parts/use-opened-file.ts';
import { useSelection } from '../../state/selection.ts';
import { type BroughtIn, broughtIn, type NeedsRead, readNeedsFile } from './needs-file.ts';
import { useSavedNeeds } from './use-saved-needs.ts';
import { words } from './words.ts';

interface Opened {
  readonly read: NeedsRead;
  /** What came of it; null where something is wrong in it. */
  readonly brought: BroughtIn | null;
}

/** Opens a file of needs, as this page or the command line writes it, and keeps them among those that are kept. */
export function NeedsImport() {
  const { lang } = useSelection();
  const { needs, change } = useSavedNeeds();
  const text = words[lang];
  const { opened, failed, open, again } = useOpenedFile(async (content): Promise<Opened> => {
    const read = await readNeedsFile(content, findPlaces);
    const brought = read.faults.length > 0 ? null : broughtIn(needs, read.needs);
    if (brought !== null) change((now) => broughtIn(now, read.needs).needs);
    return { read, brought };
  });
  return (
    <div class="needs-in">
      <FileInput label={text.open} help={text.openHelp} accept=".csv,text/csv" onOpen={open} />
      {opened === null ? null : (
        <FileRead
          name={opened.file}
          taken={opened.brought !== null}
          problems={opened.read.faults.map(({ line, problem }) => ({
            line,
            level: 'error',
            text: render(problem, lang),
          }))}
        >
          {opened.brought === null ? null : <Imported {...opened.brought} />}
        </FileRead>
      )}
      {failed === null ? null : <Trouble problem={failed} again={again} />}
    </div>
  );
}

/** How many are new, how many are now as the file has them, and which are called otherwise here. */
function Imported({ added, updated, renamed }: BroughtIn) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <>
      <p>{text.brought(added.length, updated.length)}</p>
      {renamed.map(([from, to]) => (
        <p key={to}>{text.renamed(from, to)}</p>
      ))}
    </>
  );
}

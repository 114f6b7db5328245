import { useState } from 'preact/hooks';
import { useCityPoints } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import { FileInput } from '../../parts/file-input.tsx';
import { useSelection } from '../../state/selection.ts';
import { type FileRead, readDefinitionFile } from './definition-file.ts';
import type { OwnRegion } from './own-region.ts';
import { words } from './words.ts';

/** Opens a table of definitions; what is wrong in it is told by line, and then nothing of it is taken. */
export function FileIn({ onRead }: { readonly onRead: (region: OwnRegion) => void }) {
  const { lang } = useSelection();
  const text = words[lang];
  const points = useCityPoints();
  const [opened, setOpened] = useState<(FileRead & { readonly file: string }) | null>(null);
  const [taken, setTaken] = useState('0');
  const open = (file: File): void =>
    void file.text().then((content) => {
      const read = readDefinitionFile(content, points);
      setOpened({ ...read, file: file.name });
      setTaken('0');
      const [first] = read.regions;
      if (isGood(read)) onRead(first);
    });
  return (
    <div class="file-in">
      <FileInput label={text.openFile} help={text.openHelp} accept=".csv,text/csv" onOpen={open} />
      {opened === null ? null : (
        <div role="status" class={isGood(opened) ? 'read' : 'problem'}>
          <p>{isGood(opened) ? text.fileIn(opened.file) : text.fileBad(opened.file)}</p>
          {isGood(opened) && opened.regions.length > 1 ? (
            <Choice
              label={text.fileSeveral}
              value={taken}
              options={opened.regions.map(({ name }, i) => ({ value: String(i), label: name }))}
              onPick={(value) => {
                setTaken(value);
                onRead(opened.regions[Number(value)]);
              }}
            />
          ) : null}
          <ul>
            {opened.problems.map(({ line, level, of, given }, i) => (
              <li key={i}>
                {text.line(String(line))}, {text[level]}: {text.problems[of](...given)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const isGood = ({ problems, regions }: FileRead): boolean =>
  regions.some(({ cities }) => cities.length > 0) && problems.every(({ level }) => level === 'warning');

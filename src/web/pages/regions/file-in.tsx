import { useId, useState } from 'preact/hooks';
import { useCityPoints } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import { useSelection } from '../../state/selection.ts';
import { type FileRead, readDefinitionFile } from './definition-file.ts';
import type { OwnRegion } from './own-region.ts';
import { words } from './words.ts';

/** Opens a table of definitions; what is wrong in it is told by line, and then nothing of it is taken. */
export function FileIn({ onRead }: { readonly onRead: (region: OwnRegion) => void }) {
  const id = useId();
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
      <label for={id}>{text.openFile}</label>{' '}
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget: input }) => {
          const file = input.files?.item(0) ?? null;
          if (file !== null) open(file);
          // The same file can be opened again once it is corrected.
          input.value = '';
        }}
      />
      <p id={`${id}-help`} class="quiet-text">
        {text.openHelp}
      </p>
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

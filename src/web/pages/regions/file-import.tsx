import { useState } from 'preact/hooks';
import { useCityPoints } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import { FileInput } from '../../parts/file-input.tsx';
import { FileRead } from '../../parts/file-read.tsx';
import { citiesInside, findPlaces } from '../../parts/find-places.ts';
import { Trouble } from '../../parts/states.tsx';
import { useOpenedFile } from '../../parts/use-opened-file.ts';
import { useSelection } from '../../state/selection.ts';
import { type FileRead as DefinitionsRead, readDefinitionFile } from './definition-file.ts';
import type { OwnRegion } from './own-region.ts';
import { words } from './words.ts';

/** Opens a table of definitions; what is wrong in it is told by line, and then nothing of it is taken. */
export function FileImport({ onRead }: { readonly onRead: (region: OwnRegion) => void }) {
  const { lang } = useSelection();
  const text = words[lang];
  const points = useCityPoints();
  const [taken, setTaken] = useState('0');
  const { opened, failed, open, again } = useOpenedFile(async (content) => {
    const read = await readDefinitionFile(content, points, { find: findPlaces, inside: citiesInside });
    setTaken('0');
    const [first] = read.regions;
    if (isGood(read)) onRead(first);
    return read;
  });
  return (
    <div class="file-in">
      <FileInput label={text.openFile} help={text.openHelp} accept=".csv,text/csv" onOpen={open} />
      {opened === null ? null : (
        <FileRead
          name={opened.file}
          taken={isGood(opened)}
          problems={opened.problems.map(({ line, level, of, given }) => ({
            line,
            level,
            text: text.problems[of](...given),
          }))}
        >
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
        </FileRead>
      )}
      {failed === null ? null : <Trouble problem={failed} again={again} />}
    </div>
  );
}

const isGood = ({ problems, regions }: DefinitionsRead): boolean =>
  regions.some(({ cities }) => cities.length > 0) && problems.every(({ level }) => level === 'warning');

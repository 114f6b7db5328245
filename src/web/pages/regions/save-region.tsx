import { useState } from 'preact/hooks';
import { useCityPoints } from '../../frame/observatory.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { save } from '../../parts/save.ts';
import { useSelection } from '../../state/selection.ts';
import { fileNameOf, writeDefinitionFile } from './definition-file.ts';
import type { OwnRegion } from './own-region.ts';
import { words } from './words.ts';

/** Keeps a region as a file that a build takes, and as a link. */
export function SaveRegion({ region }: { readonly region: OwnRegion }) {
  const { lang } = useSelection();
  const text = words[lang];
  const points = useCityPoints();
  const [source, setSource] = useState<string>(text.standardSource);
  return (
    <div class="save-region">
      <label>
        <span>{text.source}</span>{' '}
        <input type="text" value={source} onInput={(event) => setSource(event.currentTarget.value)} />
      </label>
      <p class="buttons">
        <button
          type="button"
          onClick={() => {
            const told = source.trim() === '' ? text.standardSource : source.trim();
            const content = writeDefinitionFile(region, told, points);
            save(`${fileNameOf(region.name)}.csv`, new Blob([content], { type: 'text/csv' }));
          }}
        >
          {text.save}
        </button>
        <CopyButton text={location.href}>{text.copyLink}</CopyButton>
      </p>
    </div>
  );
}

import { nameIn } from '../../../base/index.ts';
import type { ResourceRow } from '../../../tabular/resources.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { PlaceFilter } from '../../parts/place-filter.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import type { DirectoryFilters } from './filters.ts';
import { words } from './words.ts';

interface FilterBarProps {
  readonly filters: DirectoryFilters;
  /** Every row there is, for the kinds. */
  readonly all: readonly ResourceRow[];
}

/** Kind, place, how sure, and words. A change goes back to the first page. */
export function FilterBar({ filters, all }: FilterBarProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const every = { value: '', label: text.all };
  const kinds = [...new Map(all.map(({ kind }) => [kind.id, kind])).values()];
  const set =
    (key: string) =>
    (value: string): void =>
      select({ [key]: value === '' ? null : value, page: null }, { replace: key === 'words' });
  return (
    <div class="filters">
      <Choice
        label={text.kind}
        value={filters.kind ?? ''}
        options={[every, ...kinds.map((kind) => ({ value: kind.id, label: nameIn(kind, lang) }))]}
        onPick={set('kind')}
      />
      <PlaceFilter
        label={text.place}
        find={text.find}
        none={text.anywhere}
        value={filters.place}
        onPick={(place) => select({ in: place, page: null })}
      />
      <Choice
        label={text.sure}
        value={filters.sure ?? ''}
        options={[
          every,
          { value: 'stored', label: text.basis.stored },
          { value: 'recalled', label: text.basis.recalled },
        ]}
        onPick={set('sure')}
      />
      <Field label={text.text} value={filters.words ?? ''} onInput={set('words')} />
    </div>
  );
}

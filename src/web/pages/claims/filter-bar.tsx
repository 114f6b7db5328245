import type { CheckedRow } from '../../../claims/check.ts';
import { CHECK, CHECKS, VERDICT, VERDICTS } from '../../../figures/claims/words.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { type ClaimFilters, placesOf } from './filters.ts';
import { words } from './words.ts';

/** Verdict, way of checking, place and words. */
export function FilterBar({
  claims,
  filters,
}: {
  readonly claims: readonly CheckedRow[];
  readonly filters: ClaimFilters;
}) {
  const { lang } = useSelection();
  const text = words[lang];
  const all = { value: '', label: text.all };
  const set =
    (key: keyof ClaimFilters) =>
    (value: string): void =>
      select({ [key]: value === '' ? null : value }, { replace: key === 'words' });
  return (
    <div class="filters">
      <Choice
        label={text.verdict}
        value={filters.verdict ?? ''}
        options={[all, ...VERDICTS.map((value) => ({ value, label: VERDICT[value][lang] }))]}
        onPick={set('verdict')}
      />
      <Choice
        label={text.check}
        value={filters.check ?? ''}
        options={[all, ...CHECKS.map((value) => ({ value, label: CHECK[value][lang] }))]}
        onPick={set('check')}
      />
      <Choice
        label={text.place}
        value={filters.about ?? ''}
        options={[all, ...placesOf(claims, lang)]}
        onPick={set('about')}
      />
      <Field label={text.text} value={filters.words ?? ''} onInput={set('words')} />
    </div>
  );
}

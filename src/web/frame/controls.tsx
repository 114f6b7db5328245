import { nameIn } from '../../base/index.ts';
import { useState } from 'preact/hooks';
import { Choice } from '../parts/choice.tsx';
import { addressOf, changed, select, useLocation } from '../state/location.ts';
import { LOCATED_BY_KEY } from '../state/observatory.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';
import { useDefinitions, useFields, useObservatory, useSectors } from './observatory.ts';
import type { Control } from './pages.ts';

/** The controls that a page reads; on a narrow screen they fold into one sheet. */
export function Controls({ of: all }: { readonly of: readonly Control[] }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { locatedBy } = useObservatory();
  const of = all.filter((control) => control !== 'locatedBy' || locatedBy !== null);
  // With another rule the page begins anew, as with another observatory: to take filters back is less than that.
  const filters = of.filter((control) => control !== 'locatedBy');
  if (of.length === 0) return null;
  return (
    <section class="controls" aria-label={words.controls} data-open={open}>
      <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.controls}
      </button>
      <div class="row">
        {of.map((control) => {
          const Part = PARTS[control];
          return <Part key={control} />;
        })}
        {filters.length === 0 ? null : (
          <button
            type="button"
            class="quiet"
            onClick={() => select(Object.fromEntries(filters.map((key) => [key, null])))}
          >
            {words.reset}
          </button>
        )}
      </div>
    </section>
  );
}

const PARTS: Readonly<Record<Control, () => preact.JSX.Element | null>> = {
  years: Years,
  field: FieldChoice,
  sector: Sector,
  by: By,
  counting: Counting,
  definition: Definition,
  locatedBy: LocatedBy,
};

function Years() {
  const words = useWords();
  const { years: given } = useSelection();
  const { years } = useObservatory();
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const [from = first, to = last] = given?.split('-').map(Number) ?? [];
  const set = (a: number, b: number): void =>
    select({ years: a === first && b === last ? null : `${Math.min(a, b)}-${Math.max(a, b)}` });
  const options = years.map((year) => ({ value: String(year), label: String(year) }));
  return (
    <fieldset class="years">
      <legend>{words.years}</legend>
      <Choice
        label={words.from}
        hidden
        value={String(from)}
        options={options}
        onPick={(year) => set(Number(year), to)}
      />
      <span aria-hidden="true">–</span>
      <Choice
        label={words.to}
        hidden
        value={String(to)}
        options={options}
        onPick={(year) => set(from, Number(year))}
      />
    </fieldset>
  );
}

function FieldChoice() {
  const words = useWords();
  const { field, lang } = useSelection();
  const fields = useFields();
  const name = (one: (typeof fields)[number]): string =>
    nameIn({ name: one.name ?? String(one.id), nameZh: one.nameZh }, lang);
  const groups = fields
    .filter(({ level }) => level === 'field')
    .map((one) => ({
      label: name(one),
      options: [
        { value: one.key, label: name(one) },
        ...fields
          .filter(({ level, parent }) => level === 'subfield' && parent === one.id)
          .map((below) => ({ value: below.key, label: `– ${name(below)}` })),
      ],
    }));
  const domains = fields
    .filter(({ level }) => level === 'domain')
    .map((one) => ({ value: one.key, label: name(one) }));
  return (
    <Choice
      label={words.field}
      value={field ?? ''}
      options={[{ value: '', label: words.allFields }, ...domains]}
      groups={groups}
      onPick={(value) => select({ field: value === '' ? null : value })}
    />
  );
}

function Sector() {
  const words = useWords();
  const { sector } = useSelection();
  const there = useSectors();
  // One that an address has is told of even where it has no works.
  const options = Object.entries(words.sectors)
    .filter(([value]) => value === sector || there?.includes(value) === true)
    .map(([value, label]) => ({ value, label }));
  return (
    <Choice
      label={words.sector}
      value={sector ?? ''}
      options={[{ value: '', label: words.allSectors }, ...options]}
      onPick={(value) => select({ sector: value === '' ? null : value })}
    />
  );
}

function By() {
  const words = useWords();
  const { by } = useSelection();
  const options = (['share', 'count'] as const).map((value) => ({ value, label: words[value] }));
  return (
    <Choice
      label={words.by}
      value={by}
      options={options}
      onPick={(value) => select({ by: value === 'share' ? null : value })}
    />
  );
}

function Counting() {
  const words = useWords();
  const { counting } = useSelection();
  const options = Object.entries(words.countings).map(([value, label]) => ({ value, label }));
  return (
    <Choice
      label={words.counting}
      value={counting ?? 'full'}
      options={options}
      onPick={(value) => select({ counting: value === 'full' ? null : value })}
    />
  );
}

function Definition() {
  const words = useWords();
  const { definition, lang } = useSelection();
  const options = useDefinitions().map((one) => ({ value: one.id, label: nameIn(one, lang) }));
  return (
    <Choice
      label={words.definition}
      value={definition ?? ''}
      options={[{ value: '', label: words.noDefinition }, ...options]}
      onPick={(value) => select({ definition: value === '' ? null : value })}
    />
  );
}

/** Where authorships count, where the records have addresses. As with another observatory, all begins anew. */
function LocatedBy() {
  const words = useWords();
  const { path, query } = useLocation();
  const { locatedBy: standard } = useObservatory();
  if (standard === null) return null;
  const options = (['address', 'institution'] as const).map((value) => ({
    value,
    label: words.locationRules[value],
  }));
  return (
    <Choice
      label={words.locatedBy}
      value={query[LOCATED_BY_KEY]?.at(-1) ?? standard}
      options={options}
      onPick={(value) =>
        location.assign(
          addressOf(path, changed(query, { [LOCATED_BY_KEY]: value === standard ? null : value })),
        )
      }
    />
  );
}

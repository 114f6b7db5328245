import { inBrackets, labelled } from '../../../figures/format-text.ts';
import { nameIn } from '../../../base/index.ts';
import { useState } from 'preact/hooks';
import { unitName } from '../../../figures/quantity.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { PlaceSearch } from '../../parts/place-search.tsx';
import { useSelection } from '../../state/selection.ts';
import { KINDS, NEEDS, type Parts } from './expression.ts';
import { useMetrics } from './use-metrics.ts';
import { words } from './words.ts';
import { yearsIn } from './years-in.ts';

interface FigurePartsProps {
  readonly parts: Parts;
  onChange: (parts: Parts) => void;
}

/** What a claim is held against, put together without writing an expression, or written. */
export function FigureParts({ parts, onChange }: FigurePartsProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const metrics = useMetrics();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const needs = NEEDS[parts.kind];
  const set = (key: keyof Parts, value: string): void => onChange({ ...parts, [key]: value });
  const metric = metrics.find(({ id }) => id === parts.metric);
  // Of a place only what is stored of it is offered; until one is named, every metric without years.
  const ofPlace = useMetrics(needs.includes('metric') ? parts.place : '');
  const offered = parts.place === '' ? metrics : ofPlace;
  const stored = offered.find(({ id }) => id === parts.metric)?.years;
  const place = (key: 'place' | 'whole', label: string) => (
    <span class="field">
      <span class="label">
        {parts[key] === '' ? label : labelled(label, names.get(parts[key]) ?? parts[key], lang)}
      </span>
      <PlaceSearch
        label={labelled(label, text.pick, lang)}
        onPick={(found) => {
          setNames((now) => new Map(now).set(found.id, nameIn(found, lang)));
          set(key, found.id);
        }}
      />
    </span>
  );
  return (
    <div class="filters">
      <Choice
        label={text.kind}
        value={parts.kind}
        options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        onPick={(value) => set('kind', value)}
      />
      {needs.includes('metric') ? (
        <Choice
          label={text.metric}
          value={parts.metric}
          options={[
            { value: '', label: '–' },
            ...offered.map((one) => ({
              value: one.id,
              label:
                one.years === undefined
                  ? nameIn(one, lang)
                  : nameIn(one, lang) + inBrackets(yearsIn(one.years), lang),
            })),
          ]}
          onPick={(value) => set('metric', value)}
        />
      ) : null}
      {needs.includes('place') ? place('place', text.where) : null}
      {needs.includes('whole') ? place('whole', text.whole) : null}
      {needs.includes('from') ? (
        <Field
          label={text.from}
          digits
          class="short"
          value={parts.from}
          onInput={(value) => set('from', value)}
        />
      ) : null}
      {needs.includes('year') ? (
        <Field
          label={text.year}
          digits
          class="short"
          value={parts.year}
          onInput={(value) => set('year', value)}
        />
      ) : null}
      {needs.includes('own') ? (
        <Field
          label={text.own}
          help={text.ownHelp}
          class="wide"
          value={parts.own}
          onInput={(value) => set('own', value)}
        />
      ) : null}
      {stored === undefined ? null : <small class="quiet-text">{text.storedYears(yearsIn(stored))}</small>}
      {metric === undefined || parts.kind !== 'figure' ? null : (
        <small class="quiet-text">{unitName(metric.unit, lang)}</small>
      )}
    </div>
  );
}

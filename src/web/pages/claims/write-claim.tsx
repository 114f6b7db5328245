import { useState } from 'preact/hooks';
import { joined } from '../../../base/index.ts';
import { unitName } from '../../../figures/quantity.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Answer } from '../../parts/states.tsx';
import { IN_OBSERVATORY } from '../../state/observatory.ts';
import { addressOf, type Query, select, useLocation } from '../../state/location.ts';
import { OTHER } from '../../state/language.ts';
import { useSelection } from '../../state/selection.ts';
import { CaptionBox } from './caption-box.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { expressionOf, lacking, type Parts, SAID_IN, UNIT_OF } from './expression.ts';
import { FigureParts } from './figure-parts.tsx';
import { useMetrics } from './use-metrics.ts';
import { useWords } from '../../words/use-words.ts';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

/** What a claim of one's own says, as the address has it and as the server takes it. */
const FIELDS = ['text', 'figure', 'operator', 'value', 'unit', 'as_of', 'publisher'] as const;
type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;

const fieldsIn = (query: Query): Fields =>
  Object.fromEntries(FIELDS.map((key) => [key, query[key]?.at(-1) ?? ''])) as Fields;

/** A claim of the reader's own: written here, kept in the address, checked by the server. */
export function WriteClaim() {
  const { lang } = useSelection();
  const { query } = useLocation();
  const text = words[lang];
  const asked = fieldsIn(query);
  const frame = useWords();
  const metrics = useMetrics();
  const [fields, setFields] = useState<Fields>({ ...asked, operator: asked.operator || 'about' });
  const [parts, setParts] = useState<Parts>({
    ...{ metric: '', place: '', whole: '', year: '', from: '', own: asked.figure },
    kind: asked.figure === '' ? 'figure' : 'own',
  });
  const set =
    (key: keyof Fields) =>
    (value: string): void =>
      setFields((now) => ({ ...now, [key]: value }));
  const expression = expressionOf(parts);
  // What is not said is in the unit of the figure, which the server would ask for.
  const standard = parts.kind === 'figure' ? metrics.find(({ id }) => id === parts.metric)?.unit : undefined;
  const unit = fields.unit || (UNIT_OF[parts.kind] ?? standard ?? '');
  const units = [...new Set([...SAID_IN, ...(unit === '' ? [] : [unit])])];
  const wanting = [
    ...(fields.text.trim() === '' ? [text.sentence] : []),
    ...lacking(parts).map((part) => labelOf(part, text)),
    ...(fields.value.trim() === '' ? [text.value] : []),
  ];
  return (
    <section class="write-claim" aria-labelledby="write-claim">
      <h2 id="write-claim">{text.write}</h2>
      <p class="intro">{text.writeHelp}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (expression === null || wanting.length > 0) return;
          const said = { ...fields, figure: expression, unit };
          select(Object.fromEntries(FIELDS.map((key) => [key, said[key].trim() || null])));
        }}
      >
        <Field label={text.sentence} class="wide" lines={2} value={fields.text} onInput={set('text')} />
        <FigureParts parts={parts} onChange={setParts} />
        <div class="filters">
          <Choice
            label={text.operator}
            value={fields.operator}
            options={Object.entries(text.operatorsList).map(([value, label]) => ({ value, label }))}
            onPick={set('operator')}
          />
          <Field label={text.value} value={fields.value} onInput={set('value')} />
          <Choice
            label={text.unit}
            value={unit}
            options={[
              { value: '', label: text.noUnit },
              ...units.map((value) => ({ value, label: unitName(value, lang) })),
            ]}
            onPick={set('unit')}
          />
          <Field label={text.publisher} value={fields.publisher} onInput={set('publisher')} />
          <button type="submit" class="main" disabled={wanting.length > 0}>
            {text.submit}
          </button>
        </div>
        <p class="quiet-text" aria-live="polite">
          {wanting.length === 0 ? (
            <code>{expression}</code>
          ) : (
            `${frame.named(text.incomplete)}${joined(wanting, lang)}`
          )}
        </p>
      </form>
      {asked.figure === '' ? null : <Outcome fields={asked} />}
    </section>
  );
}

const labelOf = (part: Exclude<keyof Parts, 'kind'>, text: (typeof words)['en']): string =>
  ({
    metric: text.metric,
    place: text.where,
    whole: text.whole,
    year: text.year,
    from: text.from,
    own: text.own,
  })[part];

/** The verdict on the claim that the address has. */
function Outcome({ fields }: { readonly fields: Fields }) {
  const { lang } = useSelection();
  const text = words[lang];
  const given = Object.fromEntries(FIELDS.map((key) => [key, fields[key] || null]));
  // A sentence in Chinese is also given as the Chinese text.
  const said = /\p{Script=Han}/u.test(fields.text) ? { ...given, text_zh: fields.text } : given;
  const asked = useAnswer(pathOf('claims/check', { ...said, lang }));
  const translated = useAnswer(
    asked.answer === null ? null : pathOf('claims/check', { ...said, lang: OTHER[lang] }),
  );
  const link =
    location.origin +
    addressOf('/claims', {
      ...IN_OBSERVATORY,
      ...Object.fromEntries(FIELDS.flatMap((key) => (fields[key] ? [[key, [fields[key]]]] : []))),
    });
  return (
    <Answer of={asked}>
      {(answer) => (
        <div class="outcome">
          <h3>
            {text.result}: <Verdict of={answer.rows[0].verdict} />
          </h3>
          <ClaimDetail claim={answer.rows[0]} />
          <CaptionBox id={answer.rows[0].id} answer={answer} translated={translated} link={link} />
        </div>
      )}
    </Answer>
  );
}

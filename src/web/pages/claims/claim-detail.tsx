import type { ComponentChildren } from 'preact';
import type { CheckedRow } from '../../../claims/check.ts';
import { GRADE_NAMES } from '../../../claims/evidence.ts';
import { formatFigure, formatInterval, formatProbability } from '../../../figures/claims/format-figure.ts';
import { clauses, inBrackets, phrases } from '../../../figures/format-text.ts';
import { list, nameIn } from '../../../base/index.ts';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

/** Everything that a verdict rests on. */
export function ClaimDetail({ claim }: { readonly claim: CheckedRow }) {
  const { lang } = useSelection();
  const text = words[lang];
  const frame = useWords();
  const { said, figure, arithmetic, probability, instead, changes, missing, warnings, recorded } = claim;
  const interval = formatInterval(figure, lang);
  const found = phrases(
    [formatFigure(figure, lang), interval].filter((part) => part !== null),
    lang,
  );
  const where = [said.publisher, said.title, said.date].filter((part) => part !== null && part !== '–');
  return (
    <dl class="facts">
      <Fact name={text.figure}>{found}</Fact>
      <Fact name={claim.check === 'judged' ? text.reason : text.arithmetic}>{arithmetic}</Fact>
      <Fact name={text.probability}>{probability === null ? null : formatProbability(probability)}</Fact>
      <Fact name={text.instead}>
        {instead === null ? null : (
          <>
            {instead.text}. <span class="quiet-text">{instead.arithmetic}</span>
          </>
        )}
      </Fact>
      <Fact name={text.missing}>{clauses(missing, lang)}</Fact>
      <Fact name={text.parts}>
        {figure?.items == null ||
        arithmetic.includes(nameIn(figure.items[0] ?? { name: '\n', nameZh: null }, lang))
          ? null
          : list(
              figure.items.map((item) => nameIn({ name: item.name, nameZh: item.nameZh ?? null }, lang)),
              lang,
            )}
      </Fact>
      <Fact name={text.evidence}>
        {claim.evidence === null
          ? null
          : clauses(
              claim.evidence.grades.map((grade) => GRADE_NAMES[grade][lang]),
              lang,
            )}
        {claim.sameSource ? <strong> {text.sameSource}</strong> : null}
      </Fact>
      <Fact name={text.source}>{claim.source}</Fact>
      <Fact name={text.saidAt}>{[phrases(where.map(String), lang), said.url].filter(Boolean).join(' ')}</Fact>
      <Fact name={text.expression}>
        {claim.stated?.expression == null ? null : (
          <code>{`${claim.stated.expression} ${claim.stated.operator} ${claim.stated.value}${claim.stated.unit === null ? '' : ` ${claim.stated.unit}`}`}</code>
        )}
      </Fact>
      <Fact name={text.warnings}>{clauses(warnings, lang)}</Fact>
      <Fact name={text.recorded}>
        {recorded === null
          ? null
          : [text.recordedWords[recorded.verdict], recorded.note].filter((part) => part !== null).join('. ')}
      </Fact>
      <Fact name={text.changes}>
        {changes.length === 0 ? null : (
          <ul>
            {changes.map((change) => (
              <li key={change.text}>
                {frame.named(change.text)}
                {formatFigure(change.figure, lang) ?? '–'} <Verdict of={change.verdict} />
                {change.sameSource ? inBrackets(text.sameSourceShort, lang) : null}
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  );
}

/** One thing that is known; nothing where it is not. */
function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  if (children === null || children === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

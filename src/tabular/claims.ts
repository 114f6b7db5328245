import { inBoth, render } from '../base/index.ts';
import {
  type Checked,
  type CheckedFigure,
  type CheckedRow,
  type Claim,
  claimMessages,
  differences,
  GRADE_NAMES,
  humanNumber,
  humanQuantity,
  type Language,
  ledger,
  type RecordedVerdict,
  claimRow,
  type Totals,
  twoDigits,
  VERDICTS,
  words,
} from '../claims/index.ts';
import { syntheticLine } from '../analyses/about/synthetic.ts';
import type { Printable } from './printable.ts';

/** A printed list says of so many claims why they cannot be checked. */
const WHY_SHOWN = 20;

const TEXTS = inBoth({
  en: {
    title: 'Claims',
    columns: [
      'Id',
      'Verdict',
      'P',
      'Figure',
      'Evidence',
      'Same source',
      'Check',
      'Claim',
      'Source',
      'Missing',
    ],
    yes: 'yes',
    totals: (computed: string, judged: string, none: number) =>
      `Computed: ${computed}. Judged by a reader, not counted as checked: ${judged}. Not checked: ${none}.`,
    total: (all: number, each: readonly string[]) => `${all} (${each.join(', ')})`,
    differs: (id: string, verdict: string, recorded: string, found: string) =>
      `${id}: ${verdict}, on record as ${recorded}. ${found}`,
    recorded: {
      confirmed: 'confirmed',
      imprecise: 'imprecise',
      unverifiable: 'unverifiable',
      contradicted: 'contradicted',
    } satisfies Record<RecordedVerdict, string>,
    lacks: (id: string, missing: string) => `${id}: ${missing}.`,
    more: (n: number) =>
      `and ${n} more that cannot be checked; exports give the reason in the column missing.`,
    links:
      'Verdicts are computed anew each time. Sources are cited as they were seen; links are not verified.',
    clauses: (parts: readonly string[]) => parts.join('; '),
    line: (label: string, text: string) => `${label}: ${text}`,
    checked: (verdict: string, check: string) => `${verdict} (${check})`,
    said: 'Published by',
    change: 'What would change it',
    record: 'On record',
    missing: 'Missing',
    probability: 'Probability that it is true',
  },
  zh: {
    title: '说法',
    columns: ['编号', '结论', '概率', '数值', '依据', '同一来源', '核查方式', '说法', '来源', '缺少'],
    yes: '是',
    totals: (computed, judged, none) =>
      `计算得出：${computed}。读者判断（不计入核查）：${judged}。未核查：${none}。`,
    total: (all, each) => `${all}（${each.join('，')}）`,
    differs: (id, verdict, recorded, found) => `${id}：${verdict}，记录为${recorded}。${found}`,
    recorded: {
      confirmed: '属实',
      imprecise: '不准确',
      unverifiable: '无法核实',
      contradicted: '不成立',
    },
    lacks: (id, missing) => `${id}：${missing}。`,
    more: (n) => `另有${n}条无法核查；导出文件的missing列说明原因。`,
    links: '结论每次重新计算。来源按所见引用，链接未经核实。',
    clauses: (parts) => parts.join('；'),
    line: (label, text) => `${label}：${text}`,
    checked: (verdict, check) => `${verdict}（${check}）`,
    said: '出处',
    change: '何种情况会改变结论',
    record: '记录的判断',
    missing: '缺少',
    probability: '为真的概率',
  },
});

/** In English; a ledger in Chinese has titles of its own. */
export const CLAIM_COLUMNS: Printable['columns'] = [
  'id',
  'verdict',
  'probability',
  'figure',
  'evidence',
  'sameSource',
  'check',
  'text',
  'source',
  'missing',
].map((id, i) => ({
  id,
  title: TEXTS.en.columns[i],
  ...(id === 'probability' ? { digits: 3 } : {}),
  aside: id === 'source' || id === 'missing',
}));

/** The ledger as a table: one row a claim, and the three totals, which never add up to one. */
export function ledgerOf(
  checked: readonly Checked[],
  language: Language,
  synthetic: string | null,
): Printable {
  const texts = TEXTS[language];
  const { verdict: verdicts, check: checks } = words[language];
  const { computed, judged, none } = ledger(checked);
  const rows = checked.map((one) => claimRow(one, language));
  const differing = differences(rows);
  const told = new Set(differing.map(({ id }) => id));
  const unanswered = rows.filter(
    ({ id, check, missing }) => check === 'computed' && missing.length > 0 && !told.has(id),
  );
  const totals = ({ all, by }: Totals): string => {
    const each = VERDICTS.filter((verdict) => by[verdict] > 0).map((v) => `${by[v]} ${verdicts[v]}`);
    return all === 0 ? '0' : texts.total(all, each);
  };
  return {
    title: texts.title,
    language,
    synthetic,
    columns: CLAIM_COLUMNS.map((column, i) => ({ ...column, title: texts.columns[i] })),
    cells: rows.map((one) => [
      one.id,
      one.verdict === null ? null : verdicts[one.verdict],
      one.probability,
      figureText(one.figure, language),
      one.evidence === null ? null : GRADE_NAMES[one.evidence.weakest][language],
      one.sameSource ? texts.yes : null,
      checks[one.check],
      one.text[language] ?? one.text.en,
      one.source,
      missingOf(one, language) || null,
    ]),
    json: { synthetic, totals: { computed, judged, none }, rows },
    findings: [texts.totals(totals(computed), totals(judged), none)],
    about: [
      ...syntheticLine(synthetic, language),
      ...differing.map(({ id, verdict, recorded, arithmetic, missing, instead }) =>
        texts.differs(
          id,
          verdicts[verdict],
          texts.recorded[recorded],
          texts.clauses([arithmetic, ...missing, instead ?? ''].filter((part) => part !== '')),
        ),
      ),
      ...unanswered.slice(0, WHY_SHOWN).map((one) => texts.lacks(one.id, missingOf(one, language))),
      ...(unanswered.length > WHY_SHOWN ? [texts.more(unanswered.length - WHY_SHOWN)] : []),
      texts.links,
    ],
  };
}

const { code: OTHER_THING } = claimMessages.otherThing({ what: '' });

/** One claim in full, as paragraphs. */
export function claimDetail(checked: Checked, claim: Claim, language: Language): string {
  const texts = TEXTS[language];
  const { verdict: verdicts, check: checks } = words[language];
  const { verdict, figure, arithmetic, probability, instead, warnings, changes, recorded, evidence } =
    checked;
  const { publisher, title, date, url } = claim.source;
  const grades = evidence === null ? [] : evidence.grades.map((grade) => GRADE_NAMES[grade][language]);
  const verdictText =
    verdict === null ? checks.none : texts.checked(verdicts[verdict], checks[checked.check]);
  const line = (label: string, text: string | null): string[] =>
    text === null || text === '' ? [] : [texts.line(label, text)];
  const lines = [
    `${checked.id}  ${checked.text[language] ?? checked.text.en}`,
    '',
    verdictText,
    ...line(texts.columns[4], texts.clauses(grades)),
    ...(checked.sameSource ? [words[language].sameSource] : []),
    ...(figure === null ? [] : [figureText(figure, language) ?? '']),
    ...(arithmetic === '' ? [] : [arithmetic]),
    ...line(texts.probability, probability === null ? null : twoDigits(probability)),
    ...(instead === null
      ? []
      : [render(claimMessages.otherThing({ what: instead.text }), language), instead.arithmetic]),
    ...line(texts.missing, missingOf(claimRow(checked, language), language)),
    ...warnings.filter(({ code }) => code !== OTHER_THING).map((one) => render(one, language)),
    '',
    ...line(texts.columns[8], checked.source),
    ...line(texts.said, [publisher, title, date, url].filter((part) => part !== null).join(', ')),
    ...(recorded === null
      ? []
      : line(texts.record, [texts.recorded[recorded.verdict], recorded.note].filter(Boolean).join('. '))),
  ];
  if (changes.length > 0) {
    lines.push('', `${texts.change}:`);
    for (const change of changes)
      lines.push(
        `  ${change.text}: ${[figureText(change.figure, language), verdicts[change.verdict], change.sameSource ? texts.columns[5].toLowerCase() : null].filter(Boolean).join(', ')}`,
      );
  }
  return `${lines.filter((text, i) => text !== '' || lines[i - 1] !== '').join('\n')}\n`;
}

/** What a claim lacks to be checked, each with its reason. */
function missingOf({ missing }: Pick<CheckedRow, 'missing'>, language: Language): string {
  return TEXTS[language].clauses(missing);
}

function figureText(figure: CheckedFigure | null, language: Language): string | null {
  if (figure?.value == null) return null;
  const { value, unit, hedge, interval } = figure;
  if (typeof value === 'string') return value;
  const hedged = hedge === null ? '' : `${words[language].hedge[hedge]} `;
  const range =
    interval === null ? '' : ` (${humanNumber(interval.low, unit)}–${humanNumber(interval.high, unit)})`;
  return `${hedged}${humanQuantity(value, unit)}${range}`;
}

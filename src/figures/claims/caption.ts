import { isPartly, syntheticZh } from '../../analyses/about/synthetic.ts';
import type { CheckedRow } from '../../claims/check.ts';
import { GRADE_NAMES } from '../../claims/evidence.ts';
import { words as claimWords } from '../../claims/words.ts';
import { inBoth, type Language } from '../../base/index.ts';
import { formatFigure, formatInterval, formatProbability } from './format-figure.ts';
import { CHECK, NOT_CHECKED, VERDICT } from './words.ts';

export interface CaptionContext {
  /** Where the claim is checked. */
  readonly link: string;
  /** The day on which it was checked: verdicts are worked out anew each time. */
  readonly day: string;
  /** Set where the works are not real. */
  readonly synthetic: string | null;
}

/**
 * A checked claim to be quoted: the sentence and who said it, the verdict, the figure with its interval, the source of the
 * figure, the day and the link. A figure of works that are made up says so.
 */
export function captionOf(claim: CheckedRow, context: CaptionContext, language: Language): string {
  const words = WORDS[language];
  const { text, said, check, verdict, figure, probability, source, instead, missing } = claim;
  const { evidence, sameSource, restsOnSynthetic } = claim;
  const { link, day, synthetic } = context;
  const who = [said.publisher, said.date].filter((part) => part !== null && part !== '–');
  const found = verdict === null ? NOT_CHECKED[language] : VERDICT[verdict][language];
  const value = formatFigure(figure, language);
  const vintage = check === 'computed' ? (figure?.vintage ?? null) : null;
  const parts = [
    words.verdict(
      `“${text[language] ?? text.en}”${who.length === 0 ? '' : words.aside(who.join(words.comma))}`,
      verdict === null ? found : `${found}${words.aside(CHECK[check][language])}`,
    ),
    ...(value === null ? [] : [words.figure(value, words.aside(formatInterval(figure, language)))]),
    ...(probability === null ? [] : [words.probability(formatProbability(probability))]),
    ...(instead === null ? [] : [words.instead(instead.text)]),
    ...(verdict === 'cannot be checked' ? missing : []),
    words.source(source, words.aside(vintage)),
    ...(evidence === null ? [] : [words.evidence(GRADE_NAMES[evidence.weakest][language])]),
    ...(sameSource ? [claimWords[language].sameSource] : []),
    ...(synthetic !== null && restsOnSynthetic ? [words.synthetic(synthetic)] : []),
    words.checked(day, link),
  ];
  return parts.join(words.semicolon);
}

const WORDS = inBoth({
  en: {
    comma: ', ',
    semicolon: '; ',
    aside: (text: string | null) => (text === null ? '' : ` (${text})`),
    verdict: (claim: string, verdict: string) => `${claim}: ${verdict}`,
    figure: (value: string, interval: string) => `figure found: ${value}${interval}`,
    probability: (text: string) => `probability that it is true: ${text}`,
    instead: (text: string) => `true of a different thing: ${text}`,
    source: (source: string, vintage: string) => `source: ${source}${vintage}`,
    evidence: (grade: string) => `evidence: ${grade}`,
    synthetic: (mark: string) => (isPartly(mark) ? mark : 'the works are a synthetic demonstration'),
    checked: (day: string, link: string) => `checked with Synopolis, ${day}, ${link}`,
  },
  zh: {
    comma: '，',
    semicolon: '；',
    aside: (text: string | null) => (text === null ? '' : `（${text}）`),
    verdict: (claim: string, verdict: string) => `${claim}：${verdict}`,
    figure: (value: string, interval: string) => `核查所得数值：${value}${interval}`,
    probability: (text: string) => `为真的概率：${text}`,
    instead: (text: string) => `对另一对象成立：${text}`,
    source: (source: string, vintage: string) => `来源：${source}${vintage}`,
    evidence: (grade: string) => `依据：${grade}`,
    synthetic: (mark: string) => (isPartly(mark) ? syntheticZh(mark) : '所用论文为合成演示数据'),
    checked: (day: string, link: string) => `由Synopolis核查，${day}，${link}`,
  },
});

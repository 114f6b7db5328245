import { InputError, type Message, render } from '../base/index.ts';
import { type Change, changeOf, changesOf, type CheckedFigure, figureOf } from './changes.ts';
import type {
  Both,
  Check,
  Claim,
  ClaimsFile,
  ComputedClaim,
  Operator,
  RecordedVerdict,
  Source,
  Verdict,
} from './claim.ts';
import { type Grade, isSameRelease, weakest } from './evidence.ts';
import type { Fault } from './faults.ts';
import { judge } from './judge.ts';
import { ownDefinitions, resolveRegions, Run } from './run.ts';
import type { Scope } from './scope.ts';
import { statementOf, statementOfOther } from './statement.ts';
import { messages } from './value-messages.ts';
import type { Language } from './words.ts';
import type { World } from './world.ts';

/** A claim held against the world; `Text` is what its reasons and warnings are. */
export interface Checked<Text = Message> {
  readonly id: string;
  readonly text: Both;
  readonly subject: string | null;
  /** The names of what it is about. */
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string } | null;
  readonly check: Check;
  /** Who said it, and where. */
  readonly said: Source;
  /** With which number; null where it says none. */
  readonly stated: Stated | null;
  /** Null where nobody checked it. */
  readonly verdict: Verdict | null;
  /** That the claim is true, where its figure has an interval or is a probability. */
  readonly probability: number | null;
  readonly figure: CheckedFigure | null;
  /** Of the figure; of a claim without one, its own. */
  readonly source: string;
  /** The weakest kind of source that the verdict rests on, and all of them; null where nothing was checked. */
  readonly evidence: Evidenced | null;
  /** Whether the figure was read in the release that the claim comes from: then it repeats the claim and checks nothing. */
  readonly sameSource: boolean;
  /** How the figure came to be, in one line; of a judged claim the reason. */
  readonly arithmetic: string;
  /** The different thing that is true where the claim is not. */
  readonly instead: Change | null;
  readonly changes: readonly Change[];
  /** What stands in the way of a verdict. */
  readonly missing: readonly Text[];
  readonly warnings: readonly Text[];
  readonly recorded: { readonly verdict: RecordedVerdict; readonly note: string | null } | null;
}

/** A checked claim in words, as it is answered. */
export interface CheckedRow extends Checked<string> {
  /** Whether it was answered of works that are made up. */
  readonly restsOnSynthetic: boolean;
}

/** A checked claim with its reasons and warnings in a language. */
export function claimRow({ missing, warnings, ...others }: Checked, language: Language): CheckedRow {
  const say = (one: Message): string => render(one, language);
  return {
    ...others,
    missing: missing.map(say),
    warnings: warnings.map(say),
    restsOnSynthetic: warnings.some(({ code }) => code === 'claims.synthetic'),
  };
}

export interface Evidenced {
  readonly weakest: Grade;
  readonly grades: readonly Grade[];
}

/** What a claim says of its figure. */
export interface Stated {
  readonly operator: Operator;
  /** As printed. */
  readonly value: string;
  readonly unit: string | null;
  readonly asOf: string | null;
  /** The expression that it is held against; null where nothing is worked out. */
  readonly expression: string | null;
}

/** Claims checked, and those that cannot be because they are wrong in themselves. */
export interface CheckedClaims {
  readonly checked: readonly Checked[];
  readonly faults: readonly Fault[];
}

/**
 * Holds every claim of a file against the world, in the file's order. A claim that is wrong in itself (an unknown
 * metric, unlike units, a circle) is a fault and the others are checked all the same; `refuse(faults)` makes an error.
 * @throws InputError where a region of the file is none
 */
export async function checkClaims(
  file: ClaimsFile,
  world: World,
  language: Language = 'en',
): Promise<CheckedClaims> {
  const regions = resolveRegions(file.regions, world.facts, file.file);
  const facts = world.facts.withDefinitions(ownDefinitions(regions));
  const computed = file.claims.filter((claim) => claim.check === 'computed');
  const byId = new Map(computed.map((claim) => [claim.id, claim]));
  const run = new Run({ facts, ask: (question) => world.ask(question) }, language, file.let, byId, regions);
  const checked: Checked[] = [];
  const faults: Fault[] = [];
  for (const claim of file.claims) {
    try {
      checked.push(claim.check === 'computed' ? await computedOf(claim, run) : readOf(claim, run));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push({ file: claim.file, line: claim.line, id: claim.id, problem: error.detail });
    }
  }
  return { checked, faults };
}

async function computedOf(claim: ComputedClaim, run: Run): Promise<Checked> {
  const { language } = run;
  const scope: Scope = { run, claim, year: null, vintage: null, path: [`claim(${claim.id})`] };
  const statement = statementOf(claim);
  const finding = await judge(statement, scope);
  let instead: Change | null = null;
  for (const other of claim.instead) {
    const otherFinding = await judge(statementOfOther(claim, other), scope);
    if (instead === null && ['holds', 'holds approximately'].includes(otherFinding.verdict))
      instead = changeOf(other.text[language] ?? other.text.en, otherFinding, claim);
  }
  const imprecise = finding.verdict === 'contradicted' && instead !== null;
  return {
    id: claim.id,
    text: claim.text,
    subject: claim.subject,
    place: placeOf(claim, run),
    check: 'computed',
    said: claim.source,
    stated: statedBy(claim),
    verdict: imprecise ? 'imprecise' : finding.verdict,
    probability: finding.probability,
    figure: figureOf(finding.figure),
    source: finding.figure?.sources.join('; ') || sourceOf(claim.source),
    evidence: evidenceOf(finding.figure?.evidence ?? []),
    sameSource: isSameRelease(claim.source, finding.figure?.sources ?? []),
    arithmetic: finding.arithmetic,
    instead: finding.verdict === 'contradicted' ? instead : null,
    changes: await changesOf(claim, statement, finding, scope),
    missing: finding.missing,
    warnings: imprecise
      ? [...finding.warnings, messages.otherThing({ what: instead!.text })]
      : finding.warnings,
    recorded: claim.recorded,
  };
}

/** What a reader judged, or nobody could check: nothing is worked out. */
function readOf(claim: Exclude<Claim, ComputedClaim>, run: Run): Checked {
  const { language } = run;
  const judged = claim.check === 'judged';
  const said = judged ? claim.reason : claim.needs;
  return {
    id: claim.id,
    text: claim.text,
    subject: claim.subject,
    place: placeOf(claim, run),
    check: claim.check,
    said: claim.source,
    stated: statedBy(claim),
    verdict: judged ? claim.verdict : null,
    probability: null,
    figure: null,
    source: judged
      ? `${claim.judged_by}, ${claim.judged_on}; ${sourceOf(claim.source)}`
      : sourceOf(claim.source),
    evidence: judged ? evidenceOf([claim.evidence]) : null,
    sameSource: false,
    arithmetic: judged ? (said[language] ?? said.en) : '',
    instead: null,
    changes: [],
    missing: judged ? [] : [messages.words({ text: { en: said.en, zh: said.zh ?? said.en } })],
    warnings: [],
    recorded: claim.recorded,
  };
}

function evidenceOf(grades: readonly Grade[]): Evidenced | null {
  const least = weakest(grades);
  return least === null ? null : { weakest: least, grades };
}

function placeOf({ subject }: Claim, { facts }: Run): Checked['place'] {
  return subject === null
    ? null
    : { id: subject, name: facts.name(subject), nameZh: facts.name(subject, 'zh') };
}

function statedBy(claim: Claim): Stated | null {
  const { operator, value, unit, as_of: asOf } = claim;
  if (operator === null || value === null) return null;
  return { operator, value, unit, asOf, expression: claim.check === 'computed' ? claim.figure : null };
}

function sourceOf({ publisher, title, date }: Source): string {
  return [publisher, title, date].filter((part) => part !== null).join(', ');
}

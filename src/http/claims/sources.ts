import { messages } from '../answers/messages.ts';
import { z } from 'zod';
import { claimsWorld } from '../../analyses/index.ts';
import { openFacts } from '../../analyses/statistics/open-facts.ts';
import { adHocRegions } from '../../analyses/parameters/shared.ts';
import {
  type Checked,
  type CheckedClaims,
  checkClaims,
  claimOfFields,
  type ClaimsFile,
  OPERATORS,
  refuseFields,
  shippedClaims,
} from '../../claims/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { CLAIM_COLUMNS, ledgerOf } from '../../tabular/claims.ts';
import { InputError, type Language } from '../../base/index.ts';
import { Directory } from '../../resources/index.ts';
import { defineSource } from '../source.ts';

/** The ledger, each claim held against figures and what this observatory answers. */
export const claims = defineSource({
  id: 'claims',
  path: '/api/claims',
  title: { en: 'Claims', zh: '说法' },
  description: {
    en: 'What is publicly said, checked against published figures and this observatory: verdict, figure, source.',
    zh: '公开说法与公布数据及本观测库的核对：结论、数值与来源。',
  },
  params: z.object({}),
  columns: CLAIM_COLUMNS,
  async answer(observatory, _, language) {
    const checked = await check(observatory, await shippedClaims(), language);
    return { printable: ledgerOf(checked, language, observatory.manifest.synthetic) };
  },
});

/** One claim. */
export const oneClaim = defineSource({
  id: 'claim',
  path: '/api/claims/{id}',
  title: { en: 'Claim', zh: '说法' },
  description: {
    en: 'One claim by its id: the figure, how it came to be, and what would change the verdict.',
    zh: '按编号给出一条说法：数值、推算过程以及何种情况会改变结论。',
  },
  params: z.object({ id: z.string().max(200).describe('Id of a claim, such as C08') }),
  inPath: 'id',
  columns: CLAIM_COLUMNS,
  async answer(observatory, { id }, language) {
    const file = await shippedClaims();
    // Others stay within reach: a claim may refer to them.
    const own = (await check(observatory, file, language)).filter((one) => one.id === id);
    if (own.length === 0)
      throw new InputError(messages.unknownClaim({ id, known: file.claims.map((one) => one.id) }));
    return { printable: ledgerOf(own, language, observatory.manifest.synthetic) };
  },
});

const written = (what: string) => z.string().max(2000).nullable().default(null).describe(what);

/** A claim of the reader's own: its fields are parameters, named as the columns of a table of claims. */
export const ownClaim = defineSource({
  id: 'claim-check',
  path: '/api/claims/check',
  title: { en: 'Check a claim', zh: '核查一条说法' },
  description: {
    en: 'A claim of your own, by the columns of a table of claims, checked against published figures and this observatory.',
    zh: '自写说法（参数即说法表的各列），与公布数据及本观测库核对。',
  },
  params: z.object({
    text: z.string().max(2000).describe('The sentence, in English'),
    text_zh: written('The sentence in Chinese'),
    figure: z
      .string()
      .max(2000)
      .describe('Expression to check it against, such as stat(population, def:gba_9_2, 2020)'),
    operator: z
      .string()
      .max(20)
      .describe(`How: ${OPERATORS.join(', ')}`),
    value: z.string().max(200).describe('With what, as printed: its last digit is its precision'),
    unit: written('Unit of the value, such as % or trn CNY'),
    of: written('The whole, for share of'),
    than: written('How a share, a rank or a first time compares'),
    as_of: written('Its year, or the last of several'),
    since: written('The first of several years'),
    tolerance: written('exact, 5%, or an amount in the unit'),
    subject: written('The place it is about, by id'),
    publisher: z.string().max(2000).default('–').describe('Who says so'),
    title: written('Where'),
    url: written('At which address'),
    date: written('When'),
    region: adHocRegions,
  }),
  columns: CLAIM_COLUMNS,
  async answer(observatory, { region, ...fields }, language) {
    const given = Object.entries(fields).flatMap(([name, text]) => (text === null ? [] : [[name, text]]));
    const file = claimOfFields(
      { id: 'own', ...(Object.fromEntries(given) as Record<string, string>) },
      region,
    );
    const { checked, faults } = await checkAll(observatory, file, language);
    if (faults.length > 0) throw refuseFields(faults);
    return { printable: ledgerOf(checked, language, observatory.manifest.synthetic) };
  },
});

async function check(
  observatory: Observatory,
  file: ClaimsFile,
  language: Language,
): Promise<readonly Checked[]> {
  return (await checkAll(observatory, file, language)).checked;
}

async function checkAll(
  observatory: Observatory,
  file: ClaimsFile,
  language: Language,
): Promise<CheckedClaims> {
  const facts = await openFacts(observatory, null);
  const directory = await Directory.open({ facts });
  return checkClaims(file, claimsWorld(facts, observatory, directory), language);
}

import { z } from 'zod';
import { claimsWorld } from '../../analyses/index.ts';
import { openFacts } from '../../analyses/observatory-facts.ts';
import { type Checked, checkClaims, type ClaimsFile, shippedClaims } from '../../claims/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { CLAIM_COLUMNS, ledgerOf } from '../../output/claims.ts';
import { InputError, type Language } from '../../places/index.ts';
import { Directory } from '../../resources/index.ts';
import { defineSource } from '../source.ts';

/** The ledger, each claim held against figures and what this observatory answers. */
export const claims = defineSource({
  id: 'claims',
  path: '/api/claims',
  title: { en: 'Claims', zh: '论断' },
  description: {
    en: 'What is publicly said, checked against published figures and this observatory: verdict, figure, source.',
    zh: '公开论断与公布数据及本观测库的核对：结论、数值与来源。',
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
  title: { en: 'Claim', zh: '论断' },
  description: {
    en: 'One claim by its id: the figure, how it came to be, and what would change the verdict.',
    zh: '按编号给出一条论断：数值、推算过程以及何种情况会改变结论。',
  },
  params: z.object({ id: z.string().max(200).describe('Id of a claim, such as C08') }),
  inPath: 'id',
  columns: CLAIM_COLUMNS,
  async answer(observatory, { id }, language) {
    const file = await shippedClaims();
    // Others stay within reach: a claim may refer to them.
    const own = (await check(observatory, file, language)).filter((one) => one.id === id);
    if (own.length === 0)
      throw new InputError(`there is no claim ${id}.`, {
        todo: `There are: ${file.claims.map((one) => one.id).join(', ')}.`,
      });
    return { printable: ledgerOf(own, language, observatory.manifest.synthetic) };
  },
});

async function check(
  observatory: Observatory,
  file: ClaimsFile,
  language: Language,
): Promise<readonly Checked[]> {
  const facts = await openFacts(observatory, null);
  const directory = await Directory.open({ facts });
  return (await checkClaims(file, claimsWorld(facts, observatory, directory), language)).checked;
}

import { type Language, renderBoth } from '../base/index.ts';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../test/analysed-world.ts';
import type { Analysis, Result } from '../analyses/analysis.ts';
import type { About } from '../analyses/about/about.ts';
import { NOT_ADJUSTED } from '../analyses/collaboration/expected-by-size.ts';
import { messages as collaborationMessages } from '../analyses/collaboration/messages.ts';
import { findingsIn } from '../../test/findings-in.ts';
import { compare } from '../analyses/compare/analysis.ts';
import { complementarity } from '../analyses/complementarity/analysis.ts';
import { coordination } from '../analyses/coordination/analysis.ts';
import { WORKS_INDEPENDENT } from '../analyses/about/interval-dependence.ts';
import { links } from '../analyses/links/analysis.ts';
import { network } from '../analyses/network/analysis.ts';
import { profile } from '../analyses/profile/analysis.ts';
import { sensitivity } from '../analyses/sensitivity/analysis.ts';
import { linksCompared } from './compare/links.ts';
import { aroundPolicy } from './coordination/around-policy.ts';
import { coordinationHistory } from './coordination/history.ts';
import type { Figure, WithNotes } from './figure.ts';
import { robustnessFigure } from './robustness/figure.ts';
import { regionLinks } from './own-region/links.ts';
import { regionYears } from './own-region/years.ts';
import { partnersFigure } from './partners.ts';

const NOT_ADJUSTED_NOTE = renderBoth(collaborationMessages.notAdjusted());

const YRD = 'def:yrd_41';
let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5 });
});
afterAll(() => world.close());

const answers = new Map<string, Promise<unknown>>();

/** An answer, and every sentence that stands above its table. */
async function ask<P extends z.ZodObject, R, A extends Result<R> & { readonly about: About }>(
  analysis: Analysis<P, R, A>,
  params: Record<string, unknown>,
): Promise<A & WithNotes & { readonly findings: Record<Language, string[]> }> {
  const key = `${analysis.id} ${JSON.stringify(params)}`;
  const asked = answers.get(key) ?? analysis.run(world.observatory, analysis.params.parse(params));
  answers.set(key, asked);
  const answer = (await asked) as A;
  const findings = (language: Language): string[] => findingsIn(analysis, answer, language);
  return { ...answer, told: [], synthetic: null, findings: { en: findings('en'), zh: findings('zh') } };
}

/** What speaks of an expectation, in either language. */
const EXPECTATION = /expected|预期/;

function says(told: { readonly findings: Record<Language, string[]> }): void {
  for (const language of ['en', 'zh'] as const)
    for (const sentence of told.findings[language].filter((one) => EXPECTATION.test(one)))
      expect(sentence).toContain(NOT_ADJUSTED[language]);
}

/** A title that tells ratios, and the line under it. */
function figureSays(of: (language: Language) => Figure): void {
  for (const language of ['en', 'zh'] as const) {
    const { title, subtitle } = of(language);
    expect(subtitle).toContain(NOT_ADJUSTED[language]);
    if (EXPECTATION.test(title)) expect(title).toContain(NOT_ADJUSTED[language]);
    expect(title).not.toMatch(/sizes? (explains?|makes? likely)|规模所能解释|按规模应有/);
  }
}

describe('a ratio to what sizes alone let expect says that distance and country are not in it', () => {
  it('in what every answer that has one says of itself, as every export prints it', async () => {
    for (const { about } of [
      await ask(links, { place: YRD }),
      await ask(coordination, { place: YRD, policy: 2018 }),
      await ask(network, { place: YRD, replicates: 0 }),
      await ask(profile, { place: YRD }),
      await ask(complementarity, { place: YRD }),
      await ask(sensitivity, { analysis: 'links', place: YRD }),
    ]) {
      expect(about.notes).toContain(NOT_ADJUSTED_NOTE.en);
      expect(about.zh.notes).toContain(NOT_ADJUSTED_NOTE.zh);
      expect(about.notes).toContain(WORKS_INDEPENDENT.en);
    }
    const { about } = await ask(compare, { place: ['cn:3100', 'cn:1100'] });
    expect(about.notes.join()).toContain(NOT_ADJUSTED_NOTE.en);
    expect(about.zh.notes.join()).toContain(NOT_ADJUSTED_NOTE.zh);
  });

  it('in the sentences above links, coordination and complementarity', async () => {
    const inside = await ask(links, { place: YRD });
    expect(inside.findings.en[0]).toMatch(
      /That is \d+\.\d\d \(\d+\.\d\d–\d+\.\d\d\) times the level expected from size alone \(not adjusted for distance or country\)\.$/,
    );
    expect(inside.findings.zh[0]).toMatch(/合作是按规模预期的\d+\.\d\d（.*）倍（未按距离和国家调整）。$/);
    for (const one of [
      inside,
      await ask(coordination, { place: YRD, policy: 2018 }),
      await ask(complementarity, { place: YRD }),
    ])
      says(one);
  });

  it('in the title and under the title of every figure that draws one', async () => {
    const partners = await ask(links, { place: 'cn:3100' });
    const shanghai = { id: 'cn:3100', name: 'Shanghai', nameZh: '上海' };
    figureSays((language) => partnersFigure(partners, shanghai, 0, language));
    const inside = await ask(links, { place: YRD });
    figureSays((language) => regionLinks([inside], language));
    const together = await ask(coordination, { place: YRD, policy: 2018 });
    figureSays((language) => regionYears(together, language));
    figureSays((language) => coordinationHistory(together, 'ratio', new Map([[YRD, 0]]), language));
    figureSays((language) => aroundPolicy(together, language));
    const compared = await ask(compare, { place: ['cn:3100', 'cn:1100', 'cn:3201'] });
    figureSays((language) => linksCompared(compared, language));
    const moved = await ask(sensitivity, { analysis: 'links', place: YRD });
    const verdict = moved.verdicts.find(({ headline }) => headline === 'observed/expected')!;
    figureSays((language) => robustnessFigure(moved, verdict, language));
  });
});

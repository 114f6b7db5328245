import type { Observatory } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { messages as collaborationMessages } from '../collaboration/messages.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Expectation } from '../collaboration/expected.ts';
import { messages } from './messages.ts';
import { FEW_JOINT_WORKS, type LinkRow, type LinksParams } from './question.ts';
import type { LinkQuestion } from '../collaboration/question.ts';
import type { Population } from '../population/population.ts';

/** A year without an expectation, and in which field where a pair is told by field. */
export type Left = Expectation['without'][number] & { readonly field?: NonNullable<LinkRow['field']> };

/** What an answer about links says of itself. */
export async function describeLinks(
  observatory: Observatory,
  population: Population,
  given: LinksParams,
  answer: {
    readonly question: LinkQuestion;
    readonly rows: readonly LinkRow[];
    readonly left: readonly Left[];
  },
): Promise<About> {
  const { question, rows, left } = answer;
  const ids = [question.place?.id ?? '', ...rows.flatMap(({ a, b }) => [a.id, b.id])];
  const regions = await describeRegions(observatory, ids, question.adHoc);
  return makeAbout(observatory, population, {
    analysis: 'links',
    counting: collaborationMessages.counting({
      counting: given.counting,
      coaffiliation: given.coaffiliation,
      capped: given.capped,
      authorCap: observatory.manifest.authorCap,
    }),
    interval: {
      method: messages.method(),
      level: given.level,
      draws: null,
      seed: null,
    },
    definitions: regions.definitions,
    warnings: regions.warnings,
    notes: [
      messages.expected(),
      collaborationMessages.notAdjusted(),
      ...(given.by === null ? [] : [messages.byField()]),
      messages.fewJointWorks({ least: FEW_JOINT_WORKS }),
      ...(left.length === 0 ? [] : [given.by === null ? withoutExpectation(left) : withoutInFields(left)]),
      ...sectorNotes(population.sectors),
    ],
  });
}

function withoutExpectation(left: readonly Left[]): Message {
  return messages.withoutExpectation({
    reasons: [...new Set(left.map(({ reason }) => reason))],
    years: left.map(({ year }) => year),
  });
}

function withoutInFields(left: readonly Left[]): Message {
  const fields = [...new Set(left.map(({ field }) => field!))];
  return messages.withoutInFields({ fields: fields.map(({ name, nameZh }) => ({ name, nameZh })) });
}

function sectorNotes(sectors: readonly string[] | null): Message[] {
  if (sectors === null) return [];
  return [sectors.length === 1 ? messages.oneSector() : messages.twoSectors({ sectors })];
}

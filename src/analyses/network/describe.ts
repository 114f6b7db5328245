import { messages as collaborationMessages } from '../collaboration/messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import type { Message } from '../../base/index.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Population } from '../population/population.ts';
import type { Chosen, NetworkQuestion } from './cities.ts';
import { messages } from './messages.ts';
import type { NetworkParams, Whole } from './question.ts';

interface Answered {
  readonly given: NetworkParams;
  readonly question: NetworkQuestion;
  readonly chosen: Chosen;
  readonly whole: Whole;
  readonly yearsWithout: readonly number[];
  readonly countries: ReadonlySet<string | null>;
}

/** What an answer about a network says of itself. */
export async function describeNetwork(
  observatory: Observatory,
  population: Population,
  answered: Answered,
): Promise<About> {
  const { given, question } = answered;
  const { counting, coaffiliation, capped, level, replicates, seed } = given;
  const regions = await describeRegions(
    observatory,
    question.place === null ? [] : [question.place.id],
    question.adHoc,
  );
  return makeAbout(observatory, population, {
    analysis: 'network',
    counting: collaborationMessages.counting({
      ...{ counting, coaffiliation, capped },
      authorCap: observatory.manifest.authorCap,
    }),
    interval: {
      method: messages.method(),
      level,
      draws: replicates === 0 ? null : replicates,
      seed,
    },
    definitions: regions.definitions,
    warnings: [...regions.warnings, ...warningsOf(answered)],
    notes: [...cannotSay(answered), ...leftOut(answered), ...howToRead(answered), ...regions.notes],
  });
}

/** Where cities are prefectures, or whole regions of their own. */
const CHINESE = ['CN', 'HK', 'MO'];

function warningsOf({ given, countries }: Answered): Message[] {
  const inChina = CHINESE.some((country) => countries.has(country));
  const elsewhere = [...countries].some((country) => !CHINESE.includes(country ?? ''));
  return [
    ...(given.counting === 'full' ? [messages.largeTeams()] : []),
    ...(inChina && elsewhere ? [messages.unlike()] : []),
  ];
}

/** What the network is too small or too broken for. */
function cannotSay({ whole: { cities, links, withoutLinks, components } }: Answered): Message[] {
  if (cities < 2) return [messages.tooFewCities()];
  if (links === 0) return [messages.noLinks()];
  return [
    ...(withoutLinks > 0 ? [messages.withoutLinks({ without: withoutLinks, cities })] : []),
    ...(components > 1 ? [messages.components({ parts: components })] : []),
  ];
}

function leftOut({ given, question, chosen, yearsWithout }: Answered): Message[] {
  const { citiesLeft: left, weakLinks: links, kept } = chosen;
  const inPlace = question.place !== null;
  return [
    ...(left > 0 ? [messages.citiesLeft({ left, top: given.top, inPlace, kept })] : []),
    ...(links > 0 ? [messages.weakLinks({ links, minimum: given.minimum, inPlace })] : []),
    ...(yearsWithout.length > 0 ? [messages.yearsWithout({ years: yearsWithout })] : []),
    messages.onlyInside(),
  ];
}

function howToRead({ whole }: Answered): Message[] {
  if (whole.links === 0) return [];
  return [
    messages.withoutInterval(),
    messages.expected(),
    collaborationMessages.notAdjusted(),
    whole.replicates === 0 ? messages.noReplicates() : messages.stability(),
    messages.communities(),
  ];
}

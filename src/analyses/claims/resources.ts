import type { Language, Message } from '../../base/index.ts';
import type { Answer, Question } from '../../claims/index.ts';
import {
  type Area,
  areaOfPlace,
  browse,
  completeness,
  type Directory,
  type Filters,
  type Resource,
} from '../../resources/index.ts';
import { messages, paired } from './messages.ts';

/** So many sources are named; the others are counted. */
const NAMED_SOURCES = 4;

/** A hyphen would be a minus in an expression: a kind is written with underscores there, or in quotes. */
const kindOf = ({ options }: Question): string => options.kind.replaceAll('_', '-');

/**
 * `resources(kind, region, [year], [field])`: how many are listed that operate, with a source that was read. With a year,
 * those opened by its end; with a period, those opened in it. What a row recalls (its place, year, kind, or the field
 * asked for) decides nothing, so the figure is a lower bound: there are at least so many.
 * @throws InputError for a kind that is none
 */
export function countResources(directory: Directory, question: Question): Answer {
  const kind = kindOf(question);
  const { field } = question.options as { field?: string };
  const { years } = question;
  const area = areaOfQuestion(question, directory);
  const opened = years === null ? null : years.from === years.to ? { from: -Infinity, to: years.to } : years;
  const filters: Filters = {
    kinds: kind === 'any' ? [] : [kind],
    area,
    field: field ?? null,
    opened,
    statuses: ['operating'],
  };
  const listed = browse(directory, filters);
  const decides = [
    'kind',
    'place',
    ...(opened === null ? [] : ['opened']),
    ...(field === undefined ? [] : ['fields']),
  ];
  const firm = listed.resources.filter(
    ({ sourceStatus, recalled }) =>
      sourceStatus === 'stored' && !recalled.some((part) => decides.includes(part)),
  );
  const complete = (language: Language): string[] =>
    completeness(firm, directory.kinds, language).map((line) => line.replace(/[.。]$/, ''));
  const doubtful = listed.resources.length - firm.length;
  return {
    value: firm.length,
    unit: 'count',
    hedge: 'at least',
    label: labelOf(question, directory, area),
    sources: sourcesOf(firm, directory),
    warnings: [
      messages.incompleteDirectory(),
      ...paired(complete('en'), complete('zh')),
      ...(doubtful > 0 ? [messages.fromMemory({ count: doubtful })] : []),
      ...(field === undefined ? [] : [messages.fieldsFromNames()]),
      ...paired(listed.warnings, browse(directory, filters, 'zh').warnings),
    ],
    reason: null,
  };
}

/** Regions that a claims file made up have their own cities. */
function areaOfQuestion({ places: [place], regions }: Question, { facts }: Directory): Area {
  const own = regions.find(({ id }) => id === place);
  if (own === undefined) return areaOfPlace(facts.subjects.get(place)?.place ?? place, facts);
  const has: Area['has'] = (one) => one.place !== null && own.cities.includes(one.place);
  return { id: own.id, name: own.name, nameZh: null, has, partial: [] };
}

function labelOf(question: Question, { kinds }: Directory, { name, nameZh }: Area): Message {
  const { years } = question;
  const { field = null } = question.options as { field?: string };
  const kind = kinds.get(kindOf(question));
  return messages.listedResources({
    kind: kind === undefined ? null : { name: kind.name, nameZh: kind.nameZh },
    area: { name, nameZh },
    field,
    years,
  });
}

function sourcesOf(resources: readonly Resource[], directory: Directory): (string | Message)[] {
  const sources = [...new Set(resources.flatMap(({ source }) => source ?? []))];
  const more = sources.length - NAMED_SOURCES;
  return [
    messages.directory({ rows: directory.resources.length }),
    ...sources.slice(0, NAMED_SOURCES),
    ...(more > 0 ? [messages.moreSources({ count: more })] : []),
  ];
}

import { levelZh } from './population/filter-texts.ts';
import { counted, defineMessages, inBoth, joined, type Language, nameIn, parameter } from '../base/index.ts';
import { kindName, kindNames, type PlaceKind } from '../places/index.ts';

/** A place as a message names it. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

const LABEL = inBoth({
  en: (name: string, id: string) => `${name} (${id})`,
  zh: (name, id) => `${name}（${id}）`,
});

/** `Suzhou (cn:3205)`; a region of one's own by its name alone. */
export function placeLabel(place: NamedPlace, language: Language): string {
  const name = nameIn(place, language);
  if (place.id.startsWith('adhoc:')) return name;
  return LABEL[language](name, place.id);
}

const OWN = parameter('region', 'Name=place,place,…');
const OWN_ZH = parameter('region', '名称=地点,地点,…');

/** Why a question cannot be answered, where several analyses say so. */
export const messages = defineMessages('question', {
  noPlace: {
    en: `No place is given. Give ${parameter('place')}, or ${OWN}.`,
    zh: `未指明地点。请给出${parameter('place')}或${OWN_ZH}。`,
  },
  noPlaceOrDefinition: {
    en: `No place is given. Give ${parameter('place')}, ${parameter('definition')}, or ${OWN}.`,
    zh: `未指明地点。请给出${parameter('place')}、${parameter('definition')}或${OWN_ZH}。`,
  },
  noRegion: {
    en: `No region is given. Give ${parameter('place')}, or ${OWN}.`,
    zh: `未指明区域。请给出${parameter('place')}或${OWN_ZH}。`,
  },
  severalPlaces: {
    en: `This analysis takes one place. Give one ${parameter('place')} or one ${parameter('region')}.`,
    zh: `此分析只针对一个地点。请给出一个${parameter('place')}或一个${parameter('region')}。`,
  },
  repeatedPlace: {
    en: ({ place }: { place: NamedPlace }) =>
      `${placeLabel(place, 'en')} is given twice. Name each place once.`,
    zh: ({ place }) => `${placeLabel(place, 'zh')}重复给出。每个地点请只列一次。`,
  },
  unusedRegion: {
    en: ({ name }: { name: string }) =>
      `The region “${name}” is not used by this question. Leave it out, or leave out ${parameter('place')}.`,
    zh: ({ name }) => `此问题用不到区域“${name}”。请去掉它，或去掉${parameter('place')}。`,
  },
  unknownDefinition: {
    kind: 'not-found',
    en: ({ text, known }: { text: string; known: readonly string[] }) =>
      `This observatory has no region definition ${text}. It has: ${joined(known, 'en')}.`,
    zh: ({ text, known }) => `本观测库没有区域口径${text}。可选：${joined(known, 'zh')}。`,
  },
  severalDefinitions: {
    en: ({ text, ids }: { text: string; ids: readonly string[] }) =>
      `“${text}” is the name of several region definitions. Give one of the ids: ${joined(ids, 'en')}.`,
    zh: ({ text, ids }) => `有多个区域口径名为“${text}”。请给出其中一个编号：${joined(ids, 'zh')}。`,
  },
  unknownPlace: {
    kind: 'not-found',
    en: ({ id }: { id: string }) => `This observatory has no place ${id}. Search for a place by its name.`,
    zh: ({ id }) => `本观测库没有地点${id}。请按名称检索。`,
  },
  noInstitution: {
    en: ({ place }: { place: NamedPlace }) =>
      `${placeLabel(place, 'en')} has no institution in this observatory. The table places lists its places.`,
    zh: ({ place }) => `本观测库在${placeLabel(place, 'zh')}没有机构。表places列有其中的地点。`,
  },
  otherKind: {
    en: ({ place, kind, kinds }: { place: NamedPlace; kind: PlaceKind; kinds: readonly PlaceKind[] }) =>
      `${placeLabel(place, 'en')} is a ${kindName(kind, 'en')}. Give a ${kindNames(kinds, 'en')}.`,
    zh: ({ place, kind, kinds }) =>
      `${placeLabel(place, 'zh')}是${kindName(kind, 'zh')}。请给出${kindNames(kinds, 'zh')}。`,
  },
  notAmongKinds: {
    en: ({ place, kind, asked, wanted }: NotAmongKinds) =>
      `${placeLabel(place, 'en')} is a ${kindName(kind, 'en')}, which ${parameter('of', asked.join(','))} does not include. Give ${parameter('of', wanted.join(','))}, or leave it out.`,
    zh: ({ place, kind, asked, wanted }) =>
      `${placeLabel(place, 'zh')}是${kindName(kind, 'zh')}，不在${parameter('of', asked.join(','))}之内。请给出${parameter('of', wanted.join(','))}，或不填。`,
  },
  repeatedCity: {
    en: ({ name, city }: { name: string; city: string }) =>
      `The region “${name}” lists ${city} twice. List each city once.`,
    zh: ({ name, city }) => `区域“${name}”重复列入${city}。每个城市请只列一次。`,
  },
  repeatedRegion: {
    en: ({ name }: { name: string }) => `Two regions are called “${name}”. Give each a name of its own.`,
    zh: ({ name }) => `有两个区域都名为“${name}”。请各取不同的名称。`,
  },
  severalNations: {
    en: ({ places, nations }: { places: readonly NamedPlace[]; nations: number }) =>
      `${joined(
        places.map((place) => placeLabel(place, 'en')),
        'en',
      )} ${places.length === 1 ? 'lies' : 'lie'} in ${counted(nations, 'nation')}. Use ${parameter('baseline', 'world')}, or a place in one nation.`,
    zh: ({ places, nations }) =>
      `${joined(
        places.map((place) => placeLabel(place, 'zh')),
        'zh',
      )}分属${nations}个国家。请用${parameter('baseline', 'world')}，或给出只在一国之内的地点。`,
  },
  cityWithoutPairs: {
    en: ({ place }: { place: NamedPlace }) =>
      `${placeLabel(place, 'en')} is a city and has no pairs inside. Name a second place with ${parameter('with')}, or a region.`,
    zh: ({ place }) =>
      `${placeLabel(place, 'zh')}是城市，内部没有城市对。请用${parameter('with')}指明另一地点，或指明一个区域。`,
  },
  overlap: {
    en: ({ a, b, cities }: { a: NamedPlace; b: NamedPlace; cities: readonly string[] }) =>
      `${placeLabel(a, 'en')} and ${placeLabel(b, 'en')} share ${counted(cities.length, 'city', 'cities')} (${someOf(cities, 'en')}), so their links cannot be counted. Give places that do not overlap.`,
    zh: ({ a, b, cities }) =>
      `${placeLabel(a, 'zh')}与${placeLabel(b, 'zh')}共有${cities.length}个城市（${someOf(cities, 'zh')}），因而无法计算合作数。请给出互不重叠的地点。`,
  },
  unknownField: {
    kind: 'not-found',
    en: ({ text, near, all }: UnknownField) =>
      `This observatory has no field “${text}”. ${near.length > 0 ? `Did you mean: ${fieldLabels(near, 'en')}?` : `Fields: ${fieldLabels(all, 'en')}.`}`,
    zh: ({ text, near, all }) =>
      `本观测库没有领域“${text}”。${near.length > 0 ? `是否指：${fieldLabels(near, 'zh')}？` : `可选领域：${fieldLabels(all, 'zh')}。`}`,
  },
  severalFields: {
    en: ({ text, found }: { text: string; found: readonly Field[] }) =>
      `“${text}” is the name of several fields. Give the number: ${fieldLabels(found, 'en')}.`,
    zh: ({ text, found }) => `“${text}”对应多个领域。请给出编号：${fieldLabels(found, 'zh')}。`,
  },
  unknownSector: {
    kind: 'not-found',
    en: ({ sector, known }: { sector: string; known: readonly string[] }) =>
      `No institution is of the type “${sector}”. Types: ${joined(known, 'en')}.`,
    zh: ({ sector, known }) => `没有类型为“${sector}”的机构。可选：${joined(known, 'zh')}。`,
  },
  longWindow: {
    en: ({ size, span }: { size: number; span: number }) =>
      `A window of ${counted(size, 'year')} is longer than the ${counted(span, 'year')} requested. Give a ${parameter('window')} of at most ${span}, or more years.`,
    zh: ({ size, span }) =>
      `${size}年的窗口长于所选的${span}年。请将${parameter('window')}取为至多${span}，或放宽年份。`,
  },
  noWorksInBase: {
    en: ({ year }: { year: number }) =>
      `There are no works in the base year ${year} under these filters. Choose a base year within the selected years.`,
    zh: ({ year }) => `所选条件下基准年${year}没有论文。请取所选年份之内的基准年。`,
  },
  coaffiliationBySector: {
    en: `Co-affiliation is not known by sector. Leave out ${parameter('coaffiliation', 'false')} or ${parameter('sector')}.`,
    zh: `无法按部门区分双重隶属。请去掉${parameter('coaffiliation', 'false')}或${parameter('sector')}。`,
  },
  unknownMembers: {
    en: ({ place }: { place: NamedPlace }) =>
      `The members of ${placeLabel(place, 'en')} are not known. Name a region definition, a Chinese province, or China.`,
    zh: ({ place }) =>
      `${placeLabel(place, 'zh')}的组成部分未知。请指明一个区域口径、中国的一个省份，或中国。`,
  },
  statisticOfFilters: {
    en: ({ filters }: { filters: readonly string[] }) =>
      `A published statistic has no ${filters.join(', ')}. Leave ${filters.length === 1 ? 'it' : 'them'} out, or leave out ${parameter('metric')}.`,
    zh: ({ filters }) =>
      `公布的统计指标没有${joined(filters, 'zh')}。请去掉这些参数，或去掉${parameter('metric')}。`,
  },
  notSpreadEvenly: {
    en: ({ metric, kind }: { metric: string; kind: 'rank' | 'rate' }) =>
      `${metric} is a ${kind}, which has no balance among places. Ask for an amount, a count, a ratio or an index.`,
    zh: ({ metric, kind }) =>
      `${metric}是${kind === 'rank' ? '位次' : '比率'}，不适用均衡分析。请改问数量、计数、比值或指数。`,
  },
  severalVintages: {
    en: ({ metric, year, vintages }: SeveralVintages) =>
      `${metric}${year === null ? '' : ` ${year}`} has ${counted(vintages.length, 'vintage')} for these places: ${vintages.join('; ')}. Choose one with ${parameter('vintage')}.`,
    zh: ({ metric, year, vintages }) =>
      `这些地点${year === null ? '' : `${year}年`}的${metric}有${vintages.length}个版本：${vintages.join('；')}。请用${parameter('vintage')}指明其中之一。`,
  },
});

interface NotAmongKinds {
  readonly place: NamedPlace;
  readonly kind: PlaceKind;
  /** Kinds that were asked for, and those that would include the place. */
  readonly asked: readonly string[];
  readonly wanted: readonly string[];
}

/** A field as a message names it. */
interface Field {
  readonly level: string;
  readonly id: number;
  readonly name: string | null;
  readonly nameZh: string | null;
}

interface UnknownField {
  readonly text: string;
  readonly near: readonly Field[];
  readonly all: readonly Field[];
}

interface SeveralVintages {
  readonly metric: string;
  /** Null where series of several years are asked for. */
  readonly year: number | null;
  readonly vintages: readonly string[];
}

/** With the number that tells a field apart from others of its name: `subfield 1702 Artificial Intelligence`. */
function fieldLabels(fields: readonly Field[], language: Language): string {
  return fields
    .map(({ level, id, name, nameZh }) => {
      const number = `${level === 'topic' ? 'T' : ''}${id}`;
      return FIELDS[language].label(level, number, nameIn({ name: name ?? '', nameZh }, language)).trimEnd();
    })
    .join(FIELDS[language].between);
}

const FIELDS = inBoth({
  en: {
    label: (level: string, number: string, name: string) => `${level} ${number} ${name}`,
    between: '; ',
    more: ', …',
  },
  zh: { label: (level, number, name) => `${levelZh(level)}${number} ${name}`, between: '；', more: '等' },
});

/** The first three. */
function someOf(cities: readonly string[], language: Language): string {
  return `${joined(cities.slice(0, 3), language)}${cities.length > 3 ? FIELDS[language].more : ''}`;
}

import {
  defineMessages,
  joined,
  type Language,
  type Message,
  nameIn,
  phrase,
  type Reason,
  sayReason,
} from '../../base/index.ts';
import { FOLLOWS_SIZE } from '../field-table/messages.ts';
import { levelZh } from '../population/filter-texts.ts';
import type { PlaceFigure, Specialisation } from './question.ts';

type Interval = PlaceFigure['interval'];
type Place = Specialisation['place'];

interface Baseline {
  readonly name: string;
  readonly nameZh: string;
}

/** A rank among cities. */
interface Ranked {
  readonly rank: number | null;
  readonly rankInterval: Interval;
  readonly of: number;
}

interface Diversity {
  readonly place: Place;
  readonly baseline: Baseline;
  readonly of: Specialisation['of'];
  readonly fields: number;
  readonly variety: number;
  readonly clear: number;
  readonly value: number;
  readonly interval: Interval;
  /** Diversity under other thresholds. */
  readonly others: readonly Under[];
}

interface Under {
  readonly threshold: number;
  readonly value: number;
}

interface Figure extends Ranked {
  readonly value: number;
  readonly interval: Interval;
}

interface Evenness {
  readonly shannon: number;
  readonly shannonInterval: Interval;
  readonly herfindahl: number;
  readonly herfindahlInterval: Interval;
}

interface Near {
  readonly name: string;
  readonly nameZh: string | null;
  readonly density: number;
}

const two = (value: number): string => value.toFixed(2);
const three = (value: number): string => value.toFixed(3);
const whole = (value: number): string => value.toFixed(0);
const ends = (interval: Interval, form: (value: number) => string): string =>
  interval === null ? '' : ` (${interval.map(form).join('–')})`;
const endsZh = (interval: Interval, form: (value: number) => string): string =>
  interval === null ? '' : `（${interval.map(form).join('–')}）`;

const against = (place: Place, baseline: Baseline): string =>
  `${place.name} (${place.id}), against ${baseline.name}`;
const againstZh = (place: Place, baseline: Baseline): string =>
  `${nameIn(place, 'zh')}（${place.id}），与${baseline.nameZh}相比`;

const under = (others: readonly Under[]): string =>
  others.map(({ threshold, value }) => `${threshold}: ${value}`).join('; ');
const underZh = (others: readonly Under[]): string =>
  others.map(({ threshold, value }) => `${threshold}：${value}`).join('；');

const ranked = ({ rank, rankInterval, of }: Ranked): string =>
  rank === null ? '' : `, rank ${rank}${ends(rankInterval, whole)} of ${of} cities`;
const rankedZh = ({ rank, rankInterval, of }: Ranked): string =>
  rank === null ? '' : `，在${of}个城市中排第${rank}${endsZh(rankInterval, whole)}`;

const near = (fields: readonly Near[], language: Language): string =>
  joined(
    fields.map((field) => `${nameIn(field, language)} (${two(field.density)})`),
    language,
  );

const LEVELS = { domain: 'domains', field: 'fields', subfield: 'subfields', topic: 'topics' } as const;

/** Why figures of specialisation are undefined, and what their answer says of itself: phrases; findings are sentences. */
export const messages = defineMessages('specialisation', {
  noShare: {
    en: 'the place has no Share in any field under these filters',
    zh: '所选条件下该地点在任何领域都没有份额',
  },
  noFields: { en: 'no work under these filters has a field', zh: '所选条件下没有带领域的论文' },
  whole: { en: 'the place is the whole of its baseline', zh: '该地点就是比较基准的全部' },
  noVariation: {
    en: 'works do not differ, so the interval is undefined',
    zh: '各篇论文之间没有差异，没有区间',
  },
  notRelated: {
    en: 'none of the cities used to relate fields is specialised both in this field and in another',
    zh: '用于判断领域关联的城市中，没有一个同时专长于该领域和另一领域',
  },
  manyFields: {
    en: 'there are too many fields for an outlook; take a higher level, or limit the question to one field',
    zh: '领域过多，不计算前景；请取更高层级，或限定领域',
  },
  noSpecialisation: {
    en: 'the place is specialised in no field that cities are',
    zh: '该地点在这些城市的任何专长领域中都没有专长',
  },
  /** The sign of an ECI is a convention, and here the convention does not decide it. */
  weakAnchor: {
    en: 'which end of the ECI is high is nearly decided by chance here: diversity hardly goes with it',
    zh: 'ECI的正负方向在此几乎由偶然决定：与领域多样性几乎无关',
  },
  notIdentified: {
    en: ({ reason }: { reason: Reason }) => `complexity is not identified: ${reason}`,
    zh: ({ reason }) => `复杂度无法识别：${sayReason(reason, 'zh')}`,
  },
  counting: {
    en: ({ of, baseline }: { of: Specialisation['of']; baseline: Baseline }) =>
      `Share (fractional by author, then by institution) by ${of}; location quotients against ${baseline.name}, of what cities got`,
    zh: ({ of, baseline }) =>
      `按${levelZh(of)}计份额（先按作者、再按机构平分）；区位商以${baseline.nameZh}所得份额为基准`,
  },
  method: {
    en: 'linearisation over works (quotients on the log scale; Shannon, Herfindahl); draws from the covariance over works (density, diversity, ECI, outlook)',
    zh: '区位商（对数尺度）、香农熵与赫芬达尔指数按论文线性化；关联密度、多样性、ECI与前景由论文协方差抽取',
  },
  notRanked: {
    en: 'the place is not among the cities with enough works: its ECI is the mean complexity of its fields, on their scale, without a rank',
    zh: '该地点不在论文数足够的城市之列：其ECI为所专长领域的平均复杂度，与这些城市同一尺度，没有排名',
  },
  fewWorks: {
    en: ({ least }: { least: number }) =>
      `low count: fewer than ${least} works in the field, whose quotient and interval are rough; a field without works has an interval from 0 to the upper end by Poisson`,
    zh: ({ least }) =>
      `论文过少：该领域不足${least}篇，区位商及区间都很粗略；没有论文的领域，其区间由0到泊松上限`,
  },
  density: {
    en: 'density: of what is related to a field (proximity, the field itself left out), the part in which the place is specialised; a diverse place has much of it everywhere',
    zh: '关联密度：与该领域相关（邻近度，不含其本身）的领域中，该地点具有专长的部分；领域多样的地点处处偏高',
  },
  eci: {
    en: 'ECI orders cities by the likeness of their fields, and may tell medicine from engineering rather than simple from complex; it is relative to these cities',
    zh: 'ECI按领域的相似性排列城市，可能区分的是医学与工程，而非简单与复杂；仅相对于这些城市',
  },
  intervals: {
    en: 'intervals of density, diversity, ECI, rank and outlook hold the relatedness and complexity of fields and the other cities as they are; PCI, gain, Share and parts have none: the first two would need all cities resampled, the others stand in ranking and profile',
    zh: '关联密度、多样性、ECI、排名和前景的区间，以领域的关联和复杂度及其他城市不变为前提；PCI、增益、份额和占比没有区间：前两者需将所有城市重抽，后两者见 ranking 与 profile',
  },
  noDiversity: {
    en: ({ place, baseline, reason }: { place: Place; baseline: Baseline; reason: Message }) =>
      `${against(place, baseline)}: ${phrase(reason, 'en')}.`,
    zh: ({ place, baseline, reason }) => `${againstZh(place, baseline)}：${phrase(reason, 'zh')}。`,
  },
  diversity: {
    en: ({ place, baseline, of, fields, variety, clear, value, interval, others }: Diversity) =>
      `${against(place, baseline)}: Share in ${variety} of ${fields} ${LEVELS[of]}, specialised in ${value}${ends(interval, whole)}, clearly (95% interval above 1) in ${clear}. By threshold: ${under(others)}.`,
    zh: ({ place, baseline, of, fields, variety, clear, value, interval, others }) =>
      `${againstZh(place, baseline)}：在${fields}个${levelZh(of)}中的${variety}个有份额，专长于${value}个${endsZh(interval, whole)}，其中${clear}个显著（95%区间高于1）。按门槛：${underZh(others)}。`,
  },
  evenness: {
    en: ({ shannon, shannonInterval, herfindahl, herfindahlInterval }: Evenness) =>
      `Spread over fields: Shannon ${two(shannon)}${ends(shannonInterval, two)}, as even as ${Math.exp(shannon).toFixed(1)} alike; Herfindahl ${three(herfindahl)}${ends(herfindahlInterval, three)}.`,
    zh: ({ shannon, shannonInterval, herfindahl, herfindahlInterval }) =>
      `领域分布：香农熵${two(shannon)}${endsZh(shannonInterval, two)}，相当于${Math.exp(shannon).toFixed(1)}个均等领域；赫芬达尔指数${three(herfindahl)}${endsZh(herfindahlInterval, three)}。`,
  },
  noComplexity: {
    en: ({ reason }: { reason: Message }) => `ECI: none, ${phrase(reason, 'en')}.`,
    zh: ({ reason }) => `复杂度指数（ECI）：无，${phrase(reason, 'zh')}。`,
  },
  complexity: {
    en: ({ value, interval, others, ...rank }: Figure & { readonly others: readonly Under[] }) =>
      `ECI ${two(value)}${ends(interval, two)}${ranked(rank)} (${FOLLOWS_SIZE.en}).${rank.rank === null ? '' : ` Rank by threshold: ${under(others)}.`}`,
    zh: ({ value, interval, others, ...rank }) =>
      `复杂度指数（ECI）${two(value)}${endsZh(interval, two)}${rankedZh(rank)}（${FOLLOWS_SIZE.zh}）。${rank.rank === null ? '' : `按门槛的排名：${underZh(others)}。`}`,
  },
  noOutlook: {
    en: ({ reason }: { reason: Message }) => `Complexity outlook: none, ${phrase(reason, 'en')}.`,
    zh: ({ reason }) => `复杂度前景：无，${phrase(reason, 'zh')}。`,
  },
  outlook: {
    en: ({ value, interval, ...rank }: Figure) =>
      `Complexity outlook ${two(value)}${ends(interval, two)}${ranked(rank)} (${FOLLOWS_SIZE.en}).`,
    zh: ({ value, interval, ...rank }) =>
      `复杂度前景${two(value)}${endsZh(interval, two)}${rankedZh(rank)}（${FOLLOWS_SIZE.zh}）。`,
  },
  nearest: {
    en: ({ fields }: { fields: readonly Near[] }) =>
      `Fields nearest to what it does, by density (${FOLLOWS_SIZE.en}): ${near(fields, 'en')}.`,
    zh: ({ fields }) => `按关联密度与现有专长最接近的领域（${FOLLOWS_SIZE.zh}）：${near(fields, 'zh')}。`,
  },
});

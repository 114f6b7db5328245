import { type Language, nameIn } from '../../base/index.ts';
import { FOLLOWS_SIZE } from '../field-table/minimum.ts';
import type { PlaceFigure, RankedFigure, Specialisation } from './question.ts';

/** The field candidates that a sentence names. */
const NAMED = 3;

/** What a place is good at, how evenly, how complex, and what lies near, in sentences. */
export function findingsOf(result: Specialisation, language: Language = 'en'): string[] {
  return language === 'zh' ? inChinese(result) : inEnglish(result);
}

const two = (value: number): string => value.toFixed(2);
const whole = (value: number): string => value.toFixed(0);
const ends = (interval: PlaceFigure['interval'], form: (value: number) => string): string =>
  interval === null ? '' : ` (${form(interval[0])}–${form(interval[1])})`;
const endsZh = (interval: PlaceFigure['interval'], form: (value: number) => string): string =>
  interval === null ? '' : `（${form(interval[0])}–${form(interval[1])}）`;

function candidates({ rows }: Specialisation, language: Language): string[] {
  return rows
    .filter(({ section, density }) => section === 'entry' && density !== null && density > 0)
    .slice(0, NAMED)
    .map(({ field, density }) => `${nameIn(field, language)} (${two(density!)})`);
}

function others({ sensitivity }: Specialisation, of: 'diversity' | 'rank'): string {
  const told = sensitivity.filter(({ [of]: value }) => value !== null);
  return told.map(({ threshold, [of]: value }) => `${threshold}: ${value!}`).join('; ');
}

function inEnglish(result: Specialisation): string[] {
  const { place, diversity, shannon, herfindahl, complexity, outlook, variety, fields } = result;
  const about = `${place.name} (${place.id}), against ${result.baseline.name}`;
  if (diversity.value === null) return [`${about}: ${diversity.reason!.en}.`];
  const near = candidates(result, 'en');
  const ranked = ({ rank, rankInterval, of }: RankedFigure): string =>
    rank === null ? '' : `, rank ${rank}${ends(rankInterval, whole)} of ${of} cities`;
  const ranks = complexity.rank === null ? '' : ` Rank by threshold: ${others(result, 'rank')}.`;
  return [
    `${about}: Share in ${variety} of ${fields} ${LEVELS[result.of].en}, specialised in ${diversity.value}${ends(diversity.interval, whole)}, clearly (95 % interval above 1) in ${result.clear}. By threshold: ${others(result, 'diversity')}.`,
    ...(shannon.value === null || herfindahl.value === null
      ? []
      : [
          `Spread over fields: Shannon ${two(shannon.value)}${ends(shannon.interval, two)}, as even as ${Math.exp(shannon.value).toFixed(1)} alike; Herfindahl ${herfindahl.value.toFixed(3)}${ends(herfindahl.interval, (value) => value.toFixed(3))}.`,
        ]),
    complexity.value === null
      ? `ECI: none, ${complexity.reason!.en}.`
      : `ECI ${two(complexity.value)}${ends(complexity.interval, two)}${ranked(complexity)} (${FOLLOWS_SIZE.en}).${ranks}`,
    outlook.value === null
      ? `Complexity outlook: none, ${outlook.reason!.en}.`
      : `Complexity outlook ${two(outlook.value)}${ends(outlook.interval, two)}${ranked(outlook)} (${FOLLOWS_SIZE.en}).`,
    ...(near.length === 0
      ? []
      : [`Fields nearest to what it does, by density (${FOLLOWS_SIZE.en}): ${near.join(', ')}.`]),
  ];
}

function inChinese(result: Specialisation): string[] {
  const { place, diversity, shannon, herfindahl, complexity, outlook, variety, fields } = result;
  const about = `${nameIn(place, 'zh')}（${place.id}），与${result.baseline.nameZh}相比`;
  if (diversity.value === null) return [`${about}：${diversity.reason!.zh}。`];
  const near = candidates(result, 'zh');
  const ranked = ({ rank, rankInterval, of }: RankedFigure): string =>
    rank === null ? '' : `，在${of}个城市中排第${rank}${endsZh(rankInterval, whole)}`;
  const ranks = complexity.rank === null ? '' : `按门槛的排名：${others(result, 'rank')}。`;
  return [
    `${about}：在${fields}个${LEVELS[result.of].zh}中的${variety}个有份额，专长于${diversity.value}个${endsZh(diversity.interval, whole)}，其中${result.clear}个显著（95%区间高于1）。按门槛：${others(result, 'diversity')}。`,
    ...(shannon.value === null || herfindahl.value === null
      ? []
      : [
          `领域分布：香农熵${two(shannon.value)}${endsZh(shannon.interval, two)}，相当于${Math.exp(shannon.value).toFixed(1)}个均等领域；赫芬达尔指数${herfindahl.value.toFixed(3)}${endsZh(herfindahl.interval, (value) => value.toFixed(3))}。`,
        ]),
    complexity.value === null
      ? `复杂度指数（ECI）：无，${complexity.reason!.zh}。`
      : `复杂度指数（ECI）${two(complexity.value)}${endsZh(complexity.interval, two)}${ranked(complexity)}（${FOLLOWS_SIZE.zh}）。${ranks}`,
    outlook.value === null
      ? `复杂度前景：无，${outlook.reason!.zh}。`
      : `复杂度前景${two(outlook.value)}${endsZh(outlook.interval, two)}${ranked(outlook)}（${FOLLOWS_SIZE.zh}）。`,
    ...(near.length === 0
      ? []
      : [`按关联密度与现有专长最接近的领域（${FOLLOWS_SIZE.zh}）：${near.join('、')}。`]),
  ];
}

const LEVELS: Readonly<Record<Specialisation['of'], { en: string; zh: string }>> = {
  domain: { en: 'domains', zh: '大类' },
  field: { en: 'fields', zh: '领域' },
  subfield: { en: 'subfields', zh: '子领域' },
  topic: { en: 'topics', zh: '主题' },
};

import { type Language, nameIn, sayReason } from '../../base/index.ts';
import type { Estimate } from '../output/estimate.ts';
import { NOT_ADJUSTED, sayRatio, timesExpected } from '../collaboration/expected-by-size.ts';
import { sayYears, type Years } from '../population/year-windows.ts';
import type { BeforeAfter, Coordination, CoordinationRow } from './question.ts';

/** How the region stands in the last window, and before and after its policy beside its peers. */
export function findingsOf(answer: Coordination, language: Language = 'en'): string[] {
  const { rows, place, around } = answer;
  const last = rows.findLast((row) => row.place.id === place.id);
  return [
    ...(last === undefined ? [] : [language === 'zh' ? standsZh(last) : standsEn(last)]),
    ...(around === null ? [] : [language === 'zh' ? aroundZh(answer) : aroundEn(answer)]),
  ];
}

type Form = (value: number) => string;
const percent: Form = (value) => `${(value * 100).toFixed(1)} %`;

function say({ value, interval, reason }: Estimate, form: Form, language: Language): string {
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  if (value === null) {
    const why = sayReason(reason, language) ?? '';
    return language === 'zh' ? `不可知（${why}）` : `unknown (${why})`;
  }
  return `${form(value)}${interval === null ? '' : `${open}${interval.map(form).join('–')}${close}`}`;
}

function sayKm(one: Estimate, language: Language): string {
  const km: Form = (value) => value.toLocaleString('en', { maximumFractionDigits: 0 });
  return `${say(one, km, language)}${one.value === null ? '' : language === 'zh' ? '公里' : ' km'}`;
}

/** A ratio as a sentence has it; by its name where it is undefined. */
function against(ratio: Estimate, language: Language): string {
  const said = say(ratio, sayRatio, language);
  if (ratio.value !== null)
    return language === 'zh' ? `合作是${timesExpected(said).zh}` : timesExpected(said).en;
  return language === 'zh'
    ? `观测/期望${said}（${NOT_ADJUSTED.zh}）`
    : `observed/expected ${said} (${NOT_ADJUSTED.en})`;
}

function standsEn({ place, years, ...row }: CoordinationRow): string {
  return (
    `${place.name}, ${sayYears(years)}: ${say(row.intraShare, percent, 'en')} of the collaboration of its cities stays inside, ` +
    `${against(row.ratio, 'en')}; mean distance ${sayKm(row.kmInside, 'en')} inside, ${sayKm(row.kmOutside, 'en')} outside.`
  );
}

function standsZh({ place, years, ...row }: CoordinationRow): string {
  return (
    `${nameIn(place, 'zh')}，${sayYears(years)}年：城市合作中${say(row.intraShare, percent, 'zh')}留在区域内，` +
    `${against(row.ratio, 'zh')}；平均合作距离：区域内${sayKm(row.kmInside, 'zh')}，区域外${sayKm(row.kmOutside, 'zh')}。`
  );
}

/** Names of what was decided in the policy's year, if the tables know of it. */
function decided({ policies, around }: Coordination, language: Language): string {
  const names = policies.filter(({ year }) => year === around!.year).map((one) => nameIn(one, language));
  if (names.length === 0) return '';
  return language === 'zh' ? `（${names.join('；')}）` : ` (${names.join('; ')})`;
}

function aroundEn(answer: Coordination): string {
  const [own, ...peers] = answer.around!.places;
  const year = `${answer.around!.year}${decided(answer, 'en')}`;
  if (own.before === null || own.after === null)
    return `${own.place.name}: before and after ${year} cannot be compared, as there are no works ${missingEn(own)} it.`;
  const change = ({ change: one }: BeforeAfter): string => `${say(one, sayRatio, 'en')} times as much`;
  const beside =
    peers.length === 0
      ? 'No peers were named.'
      : `Peers over the same years: ${peers.map((peer) => `${peer.place.name} ${change(peer)}`).join('; ')}.`;
  return (
    `${own.place.name} around ${year}: observed/expected (${NOT_ADJUSTED.en}) ${inYears(own.ratioBefore, own.before, 'en')}, ${inYears(own.ratioAfter, own.after, 'en')}: ${change(own)}. ` +
    `${beside} A before–after difference is not an effect; the analysis effect tests it.`
  );
}

function missingEn({ before, after }: BeforeAfter): string {
  if (before === null && after === null) return 'before or after';
  return before === null ? 'before' : 'after';
}

function aroundZh(answer: Coordination): string {
  const [own, ...peers] = answer.around!.places;
  const name = nameIn(own.place, 'zh');
  const year = `${answer.around!.year}年${decided(answer, 'zh')}`;
  if (own.before === null || own.after === null)
    return `${name}：无法比较${year}前后，因为${own.before === null ? (own.after === null ? '前后均' : '此前') : '此后'}没有成果。`;
  const change = ({ change: one }: BeforeAfter): string => `为此前的${say(one, sayRatio, 'zh')}倍`;
  const beside =
    peers.length === 0
      ? '未指定对照区域。'
      : `同期对照区域：${peers.map((peer) => `${nameIn(peer.place, 'zh')}${change(peer)}`).join('；')}。`;
  return (
    `${name}，${year}前后：观测/期望（${NOT_ADJUSTED.zh}）${inYears(own.ratioBefore, own.before, 'zh')}，${inYears(own.ratioAfter, own.after, 'zh')}，${change(own)}。` +
    `${beside}这不是政策效应；效应须由effect分析检验。`
  );
}

function inYears(one: Estimate, years: Years, language: Language): string {
  return language === 'zh'
    ? `${sayYears(years)}年${say(one, sayRatio, 'zh')}`
    : `${say(one, sayRatio, 'en')} in ${sayYears(years)}`;
}

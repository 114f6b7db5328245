import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import { NOT_ADJUSTED } from '../collaboration/expected-by-size.ts';
import { FOLLOWS_SIZE } from '../field-table/minimum.ts';
import type { CompletingField, Complementarity, ComplementarityRow, Completion } from './question.ts';

export const NO_SHARE: Bilingual = {
  en: 'one of the two has no Share in any field under these filters',
  zh: '所选条件下其中一个城市在任何领域都没有份额',
};
export const SPECIALISED_IN_NOTHING: Bilingual = {
  en: 'one of the two is specialised in nothing, so that what it lacks or brings cannot be told',
  zh: '其中一个城市没有任何专长，无从判断其所缺或所能提供',
};
export const LACKS_NOTHING: Bilingual = {
  en: 'the city that would receive lacks no field that is related to another',
  zh: '接受一方不缺少任何与其他领域相关的领域',
};
export const ONE_CITY: Bilingual = {
  en: 'the place has fewer than two cities in this observatory, and so no pairs',
  zh: '该地点在本观测库中不足两个城市，没有城市对',
};
/** Complementarity is no forecast. */
export const POTENTIAL: Bilingual = {
  en: 'complementarity is a potential, not collaboration: distance, language, trust and what the partner wants are not in it',
  zh: '互补性是潜力而非合作：其中没有距离、语言、信任和对方的意愿',
};

/** Fields as a cell: “Optics (2.1 : 0.4)”, quotients of the city that has it and of the one that lacks it. */
export function fieldsIn(fields: readonly CompletingField[], language: Language = 'en'): string | null {
  if (fields.length === 0) return null;
  return fields
    .map(
      ({ field, giver, receiver }) =>
        `${nameIn(field, language)} (${giver.toFixed(1)} : ${receiver.toFixed(1)})`,
    )
    .join(language === 'zh' ? '；' : '; ');
}

/** The first pair in words, and how many of those shown work together less than is to be expected. */
export function findingsOf(result: Complementarity, language: Language = 'en'): string[] {
  const { rows, pairs, known } = result;
  const [first] = rows;
  const scope = scopeOf(result, language);
  if (known === 0) {
    const reason = rows.at(0)?.toA.reason ?? (pairs === 0 ? ONE_CITY : null);
    return reason === null
      ? []
      : [language === 'zh' ? `${scope}：${reason.zh}。` : `${scope}: ${reason.en}.`];
  }
  const told = rows.filter(({ ratio, mutual }) => ratio !== null && mutual !== null);
  const apart = told.filter(({ ratio }) => ratio! < 1).length;
  return language === 'zh'
    ? [
        `${scope}：${pairs}对城市中${known}对可判断。最互补的一对（互补性${FOLLOWS_SIZE.zh}）：${nameIn(first.a, 'zh')}与${nameIn(first.b, 'zh')}；${brings(first, 'toA', 'zh')}；${brings(first, 'toB', 'zh')}。`,
        `所列有期望值的${told.length}对中，${apart}对的合作低于按规模预期的水平（${NOT_ADJUSTED.zh}）。${POTENTIAL.zh}。`,
      ]
    : [
        `${scope}: ${known} of ${pairs} pairs of cities can be told. The most complementary (complementarity ${FOLLOWS_SIZE.en}): ${first.a.name} and ${first.b.name}; ${brings(first, 'toA', 'en')}; ${brings(first, 'toB', 'en')}.`,
        `Of the ${told.length} pairs shown with an expectation, ${apart} work together less than the level expected from size alone (${NOT_ADJUSTED.en}). ${capital(POTENTIAL.en)}.`,
      ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function scopeOf({ place, with: partner }: Complementarity, language: Language): string {
  const name = (one: { name: string; nameZh: string | null; id: string }): string =>
    language === 'zh' ? `${nameIn(one, 'zh')}（${one.id}）` : `${one.name} (${one.id})`;
  if (partner === null) return name(place);
  return language === 'zh' ? `${name(place)}与${name(partner)}` : `${name(place)} and ${name(partner)}`;
}

function brings(row: ComplementarityRow, side: 'toA' | 'toB', language: Language): string {
  const [receiver, giver] = side === 'toA' ? [row.a, row.b] : [row.b, row.a];
  const { value, interval, fields }: Completion = row[side];
  const ends = interval === null ? '' : `, ${interval[0].toFixed(2)}–${interval[1].toFixed(2)}`;
  const named = fields.map(({ field }) => nameIn(field, language));
  return language === 'zh'
    ? `${nameIn(giver, 'zh')}可为${nameIn(receiver, 'zh')}补充${value!.toFixed(2)}${ends.replace(', ', '，')}${named.length === 0 ? '' : `（${named.join('、')}）`}`
    : `${giver.name} would bring ${receiver.name} ${value!.toFixed(2)}${ends}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
}

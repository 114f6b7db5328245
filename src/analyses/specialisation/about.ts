import type { Observatory } from '../../observatory/index.ts';
import type { Bilingual } from '../../base/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Baseline } from '../field-table/baseline.ts';
import { FOLLOWS_SIZE_NOTE, SHOWN_BELOW } from '../field-table/minimum.ts';
import type { Relating } from '../field-table/reference.ts';
import { ONE_SIDED, relatingNote, ruleNote, withoutField } from '../field-table/texts.ts';
import type { Population } from '../population/population.ts';
import { FEW_FIELD_WORKS, type Specialisation, type SpecialisationParams } from './question.ts';
import type { Subject } from './subject.ts';
import { NO_FIELDS, WEAK_ANCHOR } from './texts.ts';

/** What an answer about specialisation says of itself. */
export async function describe(
  observatory: Observatory,
  population: Population,
  given: SpecialisationParams,
  made: {
    readonly subject: Subject;
    readonly baseline: Baseline;
    readonly relating: Relating | null;
    readonly answered: Pick<Specialisation, 'diversity' | 'complexity' | 'fields'>;
    /** Why the place is below the minimum; null where it is not. */
    readonly below: Bilingual | null;
  },
): Promise<About> {
  const { subject, baseline, relating, answered, below } = made;
  const regions = await describeRegions(observatory, [subject.place.id], subject.adHoc);
  const { diversity, complexity, fields } = answered;
  return makeAbout(observatory, population, {
    analysis: 'specialisation',
    counting: {
      en: `Share (fractional by author, then by institution) by ${given.of}; location quotients against ${baseline.name}, of what cities got`,
      zh: `按${LEVEL_ZH[given.of]}计份额（先按作者、再按机构平分）；区位商以${baseline.nameZh}所得份额为基准`,
    },
    interval: {
      method: {
        en: 'linearisation over works (quotients on the log scale; Shannon, Herfindahl); draws from the covariance over works (density, diversity, ECI, outlook)',
        zh: '区位商（对数尺度）、香农熵与赫芬达尔指数按成果线性化；关联密度、多样性、ECI与前景由成果协方差抽取',
      },
      level: given.level,
      draws: given.draws,
      seed: given.seed,
    },
    definitions: regions.definitions,
    warnings: [
      ...regions.warnings,
      ...(given.belowMinimum && below !== null ? [SHOWN_BELOW] : []),
      ...(complexity.anchor?.weak === true ? [WEAK_ANCHOR] : []),
      ...(diversity.value === null && fields > 0 ? [diversity.reason!] : []),
    ],
    notes: [
      ...(fields === 0 ? [NO_FIELDS] : []),
      ruleNote(given),
      FOLLOWS_SIZE_NOTE,
      relatingNote(relating, given.enough),
      ...NOTES,
      ONE_SIDED,
      ...(complexity.value !== null && complexity.rank === null ? [NOT_RANKED] : []),
      ...(complexity.value === null && complexity.of === 0 && complexity.reason !== null
        ? [complexity.reason]
        : []),
      ...(await withoutField(observatory, population)),
      ...regions.notes,
    ],
  });
}

const LEVEL_ZH = { domain: '大类', field: '领域', subfield: '子领域', topic: '主题' } as const;

const NOT_RANKED: Bilingual = {
  en: 'the place is not among the cities with enough works: its ECI is the mean complexity of its fields, on their scale, without a rank',
  zh: '该地点不在成果足够的城市之列：其ECI为所专长领域的平均复杂度，与这些城市同一尺度，没有排名',
};

const NOTES: readonly Bilingual[] = [
  {
    en: `few works: fewer than ${FEW_FIELD_WORKS} works in the field, whose quotient and interval are rough; a field without works has an interval from 0 to the upper end by Poisson`,
    zh: `成果过少：该领域不足${FEW_FIELD_WORKS}篇，区位商及区间都很粗略；没有成果的领域，其区间由0到泊松上限`,
  },
  {
    en: 'density: of what is related to a field (proximity, the field itself left out), the part in which the place is specialised; a diverse place has much of it everywhere',
    zh: '关联密度：与该领域相关（邻近度，不含其本身）的领域中，该地点具有专长的部分；领域多样的地点处处偏高',
  },
  {
    en: 'ECI orders cities by the likeness of their fields, and may tell medicine from engineering rather than simple from complex; it is relative to these cities',
    zh: 'ECI按领域的相似性排列城市，可能区分的是医学与工程，而非简单与复杂；仅相对于这些城市',
  },
  {
    en: 'intervals of density, diversity, ECI, rank and outlook hold the relatedness and complexity of fields and the other cities as they are; PCI, gain, Share and parts have none: the first two would need all cities resampled, the others stand in ranking and profile',
    zh: '关联密度、多样性、ECI、排名和前景的区间，以领域的关联和复杂度及其他城市不变为前提；PCI、增益、份额和占比没有区间：前两者需将所有城市重抽，后两者见 ranking 与 profile',
  },
];

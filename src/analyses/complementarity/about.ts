import type { Observatory } from '../../observatory/index.ts';
import type { Bilingual } from '../../base/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { NOT_ADJUSTED_NOTE } from '../collaboration/expected-by-size.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Baseline } from '../field-table/baseline.ts';
import { FOLLOWS_SIZE_NOTE, SHOWN_BELOW } from '../field-table/minimum.ts';
import type { Relating } from '../field-table/reference.ts';
import { FEW_CITIES, ONE_SIDED, relatingNote, ruleNote, withoutField } from '../field-table/texts.ts';
import type { Population } from '../population/population.ts';
import type { Asked } from './asked.ts';
import type { Complementarity, ComplementarityParams } from './question.ts';
import { ONE_CITY, POTENTIAL } from './texts.ts';

/** What an answer about complementarity says of itself. */
export async function describe(
  observatory: Observatory,
  population: Population,
  given: ComplementarityParams,
  made: {
    readonly question: Asked;
    readonly baseline: Baseline;
    readonly relating: Relating | null;
    readonly answered: Pick<Complementarity, 'pairs' | 'known'>;
  },
): Promise<About> {
  const { question, baseline, relating, answered } = made;
  const { place, partner, adHoc } = question;
  const regions = await describeRegions(
    observatory,
    [place.id, ...(partner === null ? [] : [partner.id])],
    adHoc,
  );
  return makeAbout(observatory, population, {
    analysis: 'complementarity',
    counting: {
      en: `Share (fractional by author, then by institution) of cities by ${given.of}; location quotients against ${baseline.name}, of what cities got; joint works in full counting with co-affiliation, without works above ${observatory.manifest.authorCap} authors`,
      zh: `各城市按${LEVEL_ZH[given.of]}的份额（先按作者、再按机构平分）；区位商以${baseline.nameZh}所得份额为基准；共同成果按全计数，含双重隶属，不含作者超过${observatory.manifest.authorCap}人的成果`,
    },
    interval: {
      method: {
        en: 'draws from the covariance over works (complementarity); linearisation over works, logarithmic (observed/expected)',
        zh: '互补性由成果协方差抽取；观测/期望按成果线性化（对数尺度）',
      },
      level: given.level,
      draws: given.draws,
      seed: given.seed,
    },
    definitions: regions.definitions,
    warnings: [
      ...regions.warnings,
      ...(given.belowMinimum ? [SHOWN_BELOW] : []),
      ...(answered.pairs > 0 && answered.known === 0 && relating === null ? [FEW_CITIES] : []),
    ],
    notes: [
      ...(answered.pairs === 0 ? [ONE_CITY] : []),
      POTENTIAL,
      FOLLOWS_SIZE_NOTE,
      ...NOTES,
      NOT_ADJUSTED_NOTE,
      ONE_SIDED,
      percentileNote(given.peers),
      ruleNote(given),
      relatingNote(relating, given.enough),
      ...(answered.known < answered.pairs && relating !== null ? [unknownNote(answered)] : []),
      ...(await withoutField(observatory, population)),
      ...regions.notes,
    ],
  });
}

const LEVEL_ZH = { domain: '大类', field: '领域', subfield: '子领域' } as const;

const NOTES: readonly Bilingual[] = [
  {
    en: 'complementarity of b for a: of what is related to the fields that a lacks, the part that b has and a lacks, a mean over these fields; a diverse partner completes everybody',
    zh: 'b对a的互补性：与a所缺领域相关的领域中，b具有而a缺少的部分，按这些领域平均；领域多样的伙伴对谁都互补',
  },
  {
    en: 'its interval holds relatedness as the other cities have it; similarity, percentile and the fields named have none: they order pairs and are not estimates by themselves',
    zh: '其区间以其他城市给出的领域关联不变为前提；相似度、百分位和所列领域没有区间：它们用于排序，本身不是估计值',
  },
];

function percentileNote(peers: number): Bilingual {
  return {
    en: `percentile, the null model: the part of the ${peers} cities nearest in diversity to the partner (ties besides) that would bring less; about 0.5 is what diversity explains`,
    zh: `百分位（零模型）：在领域多样性与该伙伴最接近的${peers}个城市（并列另计）中，互补性更低者所占部分；约0.5即由多样性解释`,
  };
}

function unknownNote({ pairs, known }: Pick<Complementarity, 'pairs' | 'known'>): Bilingual {
  return {
    en: `${pairs - known} of ${pairs} pairs cannot be told, for the reason in their rows: they stand last`,
    zh: `${pairs}对中有${pairs - known}对无法判断，原因见各行，排在最后`,
  };
}

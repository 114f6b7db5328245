import { balance } from './balance.ts';
import { complementarity } from './complementarity.ts';
import { compare } from './compare.ts';
import { convergence } from './convergence.ts';
import { coordination } from './coordination.ts';
import { effect } from './effect.ts';
import { coverage } from './coverage.ts';
import { gaps } from './gaps.ts';
import { links } from './links.ts';
import { match } from './match.ts';
import { network } from './network.ts';
import { panel } from './panel.ts';
import { partners } from './partners.ts';
import { profile } from './profile.ts';
import { ranking } from './ranking.ts';
import { rankHistory } from './rank-history.ts';
import { sensitivity } from './sensitivity.ts';
import { specialisation } from './specialisation.ts';
import { trend } from './trend.ts';

/** Every question that can be asked by its id, in the order in which they are offered. */
export const analyses = {
  ranking,
  links,
  network,
  balance,
  convergence,
  profile,
  coordination,
  effect,
  trend,
  'rank-history': rankHistory,
  sensitivity,
  coverage,
  match,
  partners,
  gaps,
  specialisation,
  complementarity,
  compare,
  panel,
};

export const ANALYSES = Object.values(analyses);

export { balance } from './balance.ts';
export { claimsWorld } from './claims-world.ts';
export type { Balance, BalanceParams, BalanceRow } from './balance-question.ts';
export { convergence } from './convergence.ts';
export type { Convergence, ConvergenceParams, ConvergenceRow } from './convergence-question.ts';
export { coverage } from './coverage.ts';
export type { CoverageRow } from './coverage-sections.ts';
export { links } from './links.ts';
export type { LinkRow, Links, LinksParams } from './link-params.ts';
export { network } from './network.ts';
export type { Community, Network, NetworkLink, NetworkParams, NetworkRow } from './network/question.ts';
export { profile } from './profile.ts';
export type { Profile, ProfileParams, ProfileRow } from './profile-question.ts';
export { ranking } from './ranking.ts';
export type { Ranking, RankingParams, RankingRow } from './ranking-question.ts';
export { effect } from './effect.ts';
export type { Effect, EffectParams, EffectRow } from './effect/question.ts';
export { coordination } from './coordination.ts';
export type { Coordination, CoordinationParams, CoordinationRow } from './coordination/question.ts';
export { trend } from './trend.ts';
export type { Growth, Trend, TrendParams, TrendRow } from './trend/question.ts';
export { rankHistory } from './rank-history.ts';
export type { RankHistory, RankHistoryParams, RankHistoryRow } from './rank-history/question.ts';
export { sensitivity } from './sensitivity.ts';
export type { Sensitivity, SensitivityParams, SensitivityRow } from './sensitivity-question.ts';
export { match } from './match.ts';
export type { Match, MatchParams, MatchRow } from './match-question.ts';
export { partners } from './partners.ts';
export type { Partners, PartnersParams, PartnersRow } from './partners-question.ts';
export { complementarity } from './complementarity.ts';
export type {
  Complementarity,
  ComplementarityParams,
  ComplementarityRow,
} from './complementarity/question.ts';
export { specialisation } from './specialisation.ts';
export type { Specialisation, SpecialisationParams, SpecialisationRow } from './specialisation/question.ts';
export { gaps } from './gaps.ts';
export type { Gaps, GapsParams, GapsRow } from './gaps-question.ts';
export { compare } from './compare.ts';
export type { Compare, CompareParams, CompareRow } from './compare/question.ts';
export { panel } from './panel.ts';
export type { Panel, PanelParams, PanelRow, PairCell, PlaceCell } from './panel/question.ts';
export { pairPanel, type PairPanel, type PairPanelQuestion, type PanelMember } from './pair-panel.ts';
export type { About, Cite } from './about.ts';
export type { Analysis, Bilingual, Language, Result, ResultColumn, ResultFile } from './analysis.ts';
export type { Step, TellStep } from './step.ts';

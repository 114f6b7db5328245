import { balance } from './balance/analysis.ts';
import { concentration } from './concentration/analysis.ts';
import { complementarity } from './complementarity/analysis.ts';
import { compare } from './compare/analysis.ts';
import { convergence } from './convergence/analysis.ts';
import { coordination } from './coordination/analysis.ts';
import { effect } from './effect/analysis.ts';
import { coverage } from './coverage/analysis.ts';
import { gaps } from './gaps/analysis.ts';
import { links } from './links/analysis.ts';
import { match } from './match/analysis.ts';
import { network } from './network/analysis.ts';
import { panel } from './panel/analysis.ts';
import { partners } from './partners/analysis.ts';
import { profile } from './profile/analysis.ts';
import { ranking } from './ranking/analysis.ts';
import { rankHistory } from './rank-history/analysis.ts';
import { sensitivity } from './sensitivity/analysis.ts';
import { specialisation } from './specialisation/analysis.ts';
import { trend } from './trend/analysis.ts';

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
  concentration,
  complementarity,
  compare,
  panel,
};

export const ANALYSES = Object.values(analyses);

export { balance } from './balance/analysis.ts';
export { claimsWorld } from './claims/world.ts';
export type { Balance, BalanceParams, BalanceRow } from './balance/question.ts';
export { concentration } from './concentration/analysis.ts';
export type { Concentration, ConcentrationParams, ConcentrationRow } from './concentration/question.ts';
export { convergence } from './convergence/analysis.ts';
export type { Convergence, ConvergenceParams, ConvergenceRow } from './convergence/question.ts';
export { coverage } from './coverage/analysis.ts';
export type { CoverageRow } from './coverage/question.ts';
export { links } from './links/analysis.ts';
export type { LinkRow, Links, LinksParams } from './links/question.ts';
export { network } from './network/analysis.ts';
export type { Community, Network, NetworkLink, NetworkParams, NetworkRow } from './network/question.ts';
export { profile } from './profile/analysis.ts';
export type { Profile, ProfileParams, ProfileRow } from './profile/question.ts';
export { ranking } from './ranking/analysis.ts';
export type { Ranking, RankingParams, RankingRow } from './ranking/question.ts';
export { effect } from './effect/analysis.ts';
export type { Effect, EffectParams, EffectRow } from './effect/question.ts';
export { coordination } from './coordination/analysis.ts';
export type { Coordination, CoordinationParams, CoordinationRow } from './coordination/question.ts';
export { trend } from './trend/analysis.ts';
export type { Growth, Trend, TrendParams, TrendRow } from './trend/question.ts';
export { rankHistory } from './rank-history/analysis.ts';
export type { RankHistory, RankHistoryParams, RankHistoryRow } from './rank-history/question.ts';
export { sensitivity } from './sensitivity/analysis.ts';
export type { Sensitivity, SensitivityParams, SensitivityRow } from './sensitivity/question.ts';
export { match } from './match/analysis.ts';
export type { Match, MatchParams, MatchRow } from './match/question.ts';
export { partners } from './partners/analysis.ts';
export type { Partners, PartnersParams, PartnersRow } from './partners/question.ts';
export { complementarity } from './complementarity/analysis.ts';
export type {
  Complementarity,
  ComplementarityParams,
  ComplementarityRow,
} from './complementarity/question.ts';
export { specialisation } from './specialisation/analysis.ts';
export type { Specialisation, SpecialisationParams, SpecialisationRow } from './specialisation/question.ts';
export { gaps } from './gaps/analysis.ts';
export type { Gaps, GapsParams, GapsRow } from './gaps/question.ts';
export { compare } from './compare/analysis.ts';
export type { Compare, CompareParams, CompareRow } from './compare/question.ts';
export { panel } from './panel/analysis.ts';
export type { Panel, PanelParams, PanelRow, PairCell, PlaceCell } from './panel/question.ts';
export {
  pairPanel,
  type PairPanel,
  type PairPanelQuestion,
  type PanelMember,
} from './collaboration/pair-panel.ts';
export type { About, Cite } from './about/about.ts';
export type { Analysis, Bilingual, Language, Result, ResultColumn, ResultFile } from './analysis.ts';
export type { Step, TellStep } from './progress.ts';

export { type Atom, Glossary, type GlossaryEntry } from './glossary.ts';
export { InvertedIndex } from './inverted-index.ts';
export {
  answers,
  type Match,
  type MatchedInstitution,
  type MatchedResource,
  type Matches,
  matchNeed,
  type Sources,
} from './match.ts';
export { MOST_WORDS, type Need as ParsedNeed, type Notion, parseNeed, type Saying } from './need.ts';
export { type Explanation, type FoundNotion, type Ranker, WordRanker } from './ranker.ts';
export { type Asker, askerOf, citiesOf, type Reach, REACHES } from './reach.ts';
export {
  type FindOptions,
  type FoundResource,
  type FoundResources,
  ResourceSearch,
} from './search-resources.ts';

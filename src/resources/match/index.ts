export { Glossary } from './glossary.ts';
export { answers, type MatchedInstitution, type MatchedResource, matchNeed } from './match.ts';
export { type Need as ParsedNeed, parseNeed } from './need.ts';
export { type FoundNotion, type Ranker } from './ranker.ts';
export { type Asker, askerOf, citiesOf, REACHES } from './reach.ts';
export { ResourceSearch } from './search-resources.ts';

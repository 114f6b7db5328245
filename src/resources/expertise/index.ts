export { type Corpus, type CorpusOptions, type Institution, MOST_WORKS, readCorpus } from './corpus.ts';
export { Expertise, EXPERTISE, type ExpertiseOptions, type Experts, type Proof } from './expertise.ts';
export { hostNames, hostsOf, institutionOf, institutionsNamed, uniqueNames } from './institution-of.ts';
export {
  describeWorks,
  jointWithCities,
  jointWithInstitutions,
  type Party,
  type ProvenWork,
} from './joint-works.ts';

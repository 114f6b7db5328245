export { type Corpus, type Institution, readCorpus } from './corpus.ts';
export { Expertise, EXPERTISE } from './expertise.ts';
export { hostNames, hostsOf, institutionOf, institutionsNamed, uniqueNames } from './institution-of.ts';
export {
  describeWorks,
  jointWithCities,
  jointWithInstitutions,
  type Party,
  type ProvenWork,
} from './joint-works.ts';

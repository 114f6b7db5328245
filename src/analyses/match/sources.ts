import { type Facts, Facts as TheFacts } from '../../facts/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type Corpus, Directory, Expertise, readCorpus, ResourceSearch } from '../../resources/index.ts';
import { openFacts } from '../statistics/open-facts.ts';

/** Directories and what is made ready of them, while somebody asks of the same. */
const searches = new WeakMap<Observatory | object, Map<string, Promise<ResourceSearch>>>();
const corpora = new WeakMap<Observatory, Promise<Corpus>>();
const experts = new WeakMap<Observatory, Map<string, Promise<Expertise>>>();
/** Stands for no observatory. */
const ALONE = {};

/** Names of places: those of the observatory, where one is open. */
function factsFor(observatory: Observatory | null): Promise<Facts> {
  return observatory === null ? TheFacts.open() : openFacts(observatory, null);
}

/**
 * The directory with lists of one’s own, ready to be searched. The shipped one is kept; lists may change between two
 * questions and are read anew.
 */
export function resourceSearch(
  observatory: Observatory | null,
  lists: readonly string[] | null,
): Promise<ResourceSearch> {
  const open = async (): Promise<ResourceSearch> =>
    ResourceSearch.build(
      await Directory.open({ facts: await factsFor(observatory), resources: lists ?? [] }),
    );
  if (lists !== null && lists.length > 0) return open();
  return kept(searches, observatory ?? ALONE, 'shipped', open);
}

/** The works of an observatory in memory; read once. */
export function corpusOf(observatory: Observatory): Promise<Corpus> {
  const known = corpora.get(observatory);
  if (known !== undefined) return known;
  const made = readCorpus(observatory);
  corpora.set(observatory, made);
  made.catch(() => corpora.delete(observatory));
  return made;
}

/** Who works on what in an observatory, ready to be searched; read once for each way to weigh. */
export function expertiseOf(
  observatory: Observatory,
  options: { readonly halfLife: number; readonly size: number },
): Promise<Expertise> {
  return kept(experts, observatory, `${options.halfLife} ${options.size}`, async () => {
    const corpus = await corpusOf(observatory);
    return new Expertise(corpus, options);
  });
}

function kept<K extends object, V>(
  store: WeakMap<K, Map<string, Promise<V>>>,
  owner: K,
  key: string,
  make: () => Promise<V>,
): Promise<V> {
  const own = store.get(owner) ?? new Map<string, Promise<V>>();
  store.set(owner, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = make();
  own.set(key, made);
  // A failure is not kept.
  made.catch(() => own.delete(key));
  return made;
}

import { Dictionaries, type Dictionary } from './dictionary.ts';
import { meaningOf, type Entity } from './entities.ts';

/** Objects by the numbers of their kinds, as both scanners have them. */
const ENTITIES: readonly Entity[] = ['institution', 'source', 'topic'];

/**
 * What objects that recur mean, such as institutions: understood once, by `extract`, and from then on known by the numbers
 * that a scanner has given them, whatever segment is being written.
 */
export class InternedObjects {
  private readonly meanings = new Dictionaries();
  /** Their codes there, by kind and number; 0 where one means nothing. */
  private readonly codes: readonly number[][] = ENTITIES.map(() => []);

  /** Takes in an object; gives it the next number of its kind. */
  learn(kind: number, value: unknown): number {
    return this.codes[kind].push(meaningOf(ENTITIES[kind], value, this.meanings)) - 1;
  }

  /** The code in these dictionaries of an object that was taken in, 0 where it means nothing. */
  recall(kind: number, number: number, dictionaries: Dictionaries): number {
    const code = this.codes[kind][number];
    if (code === 0) return 0;
    const [from, to] = [ofKind(this.meanings, kind), ofKind(dictionaries, kind)];
    return to.code(from.keys[code - 1]);
  }

  /** The code of an object that is not taken in. */
  once(kind: number, value: unknown, dictionaries: Dictionaries): number {
    return meaningOf(ENTITIES[kind], value, dictionaries);
  }
}

function ofKind(dictionaries: Dictionaries, kind: number): Dictionary<unknown> {
  return [dictionaries.institutions, dictionaries.sources, dictionaries.topics][kind];
}

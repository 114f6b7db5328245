import type { Random } from '../measures/random.ts';

import { cumulative, pick, streamOf } from './sampling.ts';

const CONSONANTS = 'b d f g k l m n p r s t v z st tr pl cr'.split(' ');
const VOWELS = 'a e i o u ia eo'.split(' ');

/**
 * What a real record carries beside the fields anybody uses: an abstract, references, concepts, names. Drawn into
 * pools of some megabytes, far beyond gzip's window, so that lines compress about as real ones do (1 to 5).
 */
export interface Padding {
  /** JSON of an `abstract_inverted_index`. */
  readonly abstracts: readonly string[];
  /** JSON of one entry of `concepts`, and of `keywords`. */
  readonly concepts: readonly string[];
  readonly keywords: readonly string[];
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly departments: readonly string[];
}

export function drawPadding(seed: number): Padding {
  const random = streamOf(seed, 'padding');
  const words = Array.from({ length: 6000 }, () => word(random, 1 + random.integer(4)));
  const frequency = cumulative(words.map((_, rank) => 1 / (rank + 3)));
  return {
    abstracts: Array.from({ length: 1500 }, () => invertedIndex(random, words, frequency)),
    concepts: words.slice(100, 700).map((name, i) => {
      const id = `https://openalex.org/C9${String(i).padStart(8, '0')}`;
      const wikidata = `https://www.wikidata.org/wiki/Q9${String(i).padStart(8, '0')}`;
      return `{"id":"${id}","wikidata":"${wikidata}","display_name":"${name} (synthetic)","level":${i % 5},"score":${random.uniform().toFixed(6)}}`;
    }),
    keywords: words.slice(700, 1700).map((name) => {
      const score = (0.3 + 0.7 * random.uniform()).toFixed(6);
      return `{"id":"https://openalex.org/keywords/${name}","display_name":"${capital(name)}","score":${score}}`;
    }),
    given: Array.from({ length: 300 }, () => capital(word(random, 2))),
    family: Array.from({ length: 3000 }, () => capital(word(random, 2 + random.integer(2)))),
    departments: Array.from({ length: 400 }, () => `Department of ${capital(word(random, 4))}`),
  };
}

function invertedIndex(random: Random, words: readonly string[], frequency: Float64Array): string {
  const positions = new Map<string, number[]>();
  const length = 40 + random.integer(120);
  for (let at = 0; at < length; at++) {
    const next = words[pick(random, frequency)];
    const known = positions.get(next);
    if (known) known.push(at);
    else positions.set(next, [at]);
  }
  return JSON.stringify(Object.fromEntries(positions));
}

function word(random: Random, syllables: number): string {
  let text = '';
  for (let i = 0; i < syllables; i++)
    text += CONSONANTS[random.integer(CONSONANTS.length)] + VOWELS[random.integer(VOWELS.length)];
  return text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

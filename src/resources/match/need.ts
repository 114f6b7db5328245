import { append } from '../../measures/extremes.ts';
import { InputError, type Message } from '../../base/index.ts';
import { type Atom, atomsOf, type Glossary, type GlossaryEntry } from './glossary.ts';
import { messages as needMessages } from '../needs/messages.ts';
import { messages } from './messages.ts';
import { type Phrase, phraseOf } from './phrase.ts';
import { isStop, isWeak, wordsOf } from './words.ts';

/** One way to say a notion: its words, and how much it counts beside the words that were used. */
export interface Saying {
  readonly words: readonly string[];
  readonly weight: number;
  /**
   * Of a wording of the glossary: as it is written, and what must stand together. Null for the words of the need itself,
   * each of which counts wherever it stands.
   */
  readonly phrase: { readonly term: string; readonly pieces: Phrase } | null;
}

/** One notion of a need, and the ways to say it, in both languages where the glossary knows it. */
export interface Notion {
  /** As the need has it, in lower case. */
  readonly label: string;
  readonly sayings: readonly Saying[];
  /** Whether the need is about it: what has none of its head terms does not answer it. */
  readonly head: boolean;
}

/** What is needed, taken apart. */
export interface Need {
  readonly text: string;
  readonly notions: readonly Notion[];
  /** What had to be done to it, such as cutting. */
  readonly notes: readonly Message[];
}

/** Words of a need that count; more say no more of what is needed. */
export const MOST_WORDS = 200;
/** A text as long as a book is cut before it is looked at. */
const MOST_CHARACTERS = 20_000;
/** A translation counts nearly as the word itself, another word for it less. */
const TRANSLATED = 0.95;
const ALIAS = 0.7;

/**
 * A need in plain words, English, Chinese or mixed, as notions: the longest terms of the glossary with their other
 * wordings, and every other word by itself. A repeated word counts once.
 *
 * @throws InputError for a need that is empty, or has no word that says what is needed
 */
export function parseNeed(text: string, glossary: Glossary): Need {
  if (text.trim() === '') throw new InputError(needMessages.empty());
  const notes: Message[] = [];
  let atoms = atomsOf(text.slice(0, MOST_CHARACTERS));
  if (atoms.length > MOST_WORDS || text.length > MOST_CHARACTERS) {
    notes.push(messages.cutNeed({ words: MOST_WORDS }));
    atoms = atoms.slice(0, MOST_WORDS);
  }
  const notions = new Map<string, Term>();
  for (const notion of notionsOf(atoms, glossary)) {
    // Alike are notions that are said in the same words, whatever their ending.
    const key = notion.sayings
      .map(({ words }) => words.join(' '))
      .sort()
      .join('|');
    if (!notions.has(key)) notions.set(key, notion);
  }
  if (notions.size === 0) throw new InputError(messages.vagueNeed());
  return { text: text.trim(), notions: withHeads([...notions.values()]), notes };
}

/** A notion with what decides whether the need is about it. */
interface Term extends Omit<Notion, 'head'> {
  /** Whether the glossary knows it as a matter, or as a place; null for words that it does not know. */
  readonly known: 'matter' | 'place' | null;
}

/**
 * The head terms are what the glossary knows as a matter of science or industry (perovskite, of “perovskite stability
 * test”); where it knows none, every word that is no word of any need; else all. A place is where, not what.
 */
function withHeads(terms: readonly Term[]): Notion[] {
  const telling = terms.filter(
    ({ known, sayings }) => known !== 'place' && !sayings[0].words.every((word) => isWeak(word)),
  );
  const matters = telling.filter(({ known }) => known === 'matter');
  const heads = new Set([matters, telling, terms].find((some) => some.length > 0));
  return terms.map((term) => ({ label: term.label, sayings: term.sayings, head: heads.has(term) }));
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

function* notionsOf(atoms: readonly Atom[], glossary: Glossary): Generator<Term> {
  let run = '';
  for (let at = 0; at < atoms.length;) {
    const { key, written, han } = atoms[at];
    const hit = glossary.longestAt(atoms, at);
    // One character that happens to be a term is most likely a part of a word.
    if (hit !== null && !(hit.length === 1 && han)) {
      yield* ofHan(run);
      run = '';
      yield ofTerms(atoms.slice(at, at + hit.length), hit.entries);
      at += hit.length;
      continue;
    }
    if (han) run += key;
    else {
      yield* ofHan(run);
      run = '';
      if (key.length > 1 || /\d/.test(key))
        yield { label: written, sayings: [{ words: [key], weight: 1, phrase: null }], known: null };
    }
    at++;
  }
  yield* ofHan(run);
}

/** Chinese that the glossary does not know: word by word. */
function* ofHan(run: string): Generator<Term> {
  for (const word of segmentsOf(run)) {
    const sayings = sayingsOf(word, 1);
    if (sayings.length > 0) yield { label: word, sayings, known: null };
  }
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a run; characters that the segmenter leaves alone are names that it does not know, and stay together. */
function segmentsOf(run: string): string[] {
  const words: string[] = [];
  let loose = false;
  for (const { segment } of SEGMENTER.segment(run)) {
    const single = segment.length === 1 && !isStop(segment);
    if (single && loose) words[words.length - 1] += segment;
    else words.push(segment);
    loose = single;
  }
  return words;
}

/** A term's words; Chinese also as pairs of characters, in case a name is cut elsewhere. A weight below 1: of the glossary. */
function sayingsOf(term: string, weight: number): Saying[] {
  const words = wordsOf(term);
  if (words.length === 0) return [];
  const phrase = weight < 1 ? { term, pieces: phraseOf(term) } : null;
  const characters = Array.from(term.replaceAll(' ', ''));
  if (!characters.every(isHan) || characters.length < 3) return [{ words, weight, phrase }];
  const pairs = characters.slice(0, -1).map((character, i) => character + characters[i + 1]);
  const segmented = segmentsOf(term).filter((word) => words.includes(word));
  // Characters left out would make a part of the term stand for the whole.
  const whole = segmented.join('').length === characters.length;
  return [
    ...(whole ? [{ words: segmented, weight, phrase }] : []),
    { words: pairs.filter((pair) => words.includes(pair)), weight, phrase },
  ];
}

function ofTerms(own: readonly Atom[], entries: readonly GlossaryEntry[]): Term {
  const text = own.map(({ written }) => written).join(own.every(({ han }) => han) ? '' : ' ');
  const sayings = sayingsOf(text, 1);
  for (const { en, zh, aliases } of entries) {
    for (const saying of [en, zh]) append(sayings, sayingsOf(saying, TRANSLATED));
    for (const alias of aliases) append(sayings, sayingsOf(alias, ALIAS));
  }
  const best = new Map<string, Saying>();
  for (const saying of sayings) {
    const key = saying.words.join(' ');
    if (saying.words.length > 0 && (best.get(key)?.weight ?? 0) < saying.weight) best.set(key, saying);
  }
  return {
    label: text,
    sayings: [...best.values()],
    known: entries.some(({ place }) => !place) ? 'matter' : 'place',
  };
}

import { likeness, stem } from './stem.ts';
import { type Piece, pieces, plainText } from './words.ts';

/** Words that must stand together, as a text is compared: English stems in their order, Chinese runs as they are. */
export type Phrase = readonly Piece[];

/** The pieces of a text in its order, function words too, English ones as stems. */
export function phraseOf(text: string): Phrase {
  return pieces(plainText(text)).map(({ text: piece, han }) => ({ text: han ? piece : stem(piece), han }));
}

/**
 * Whether a text has a phrase: its English words one behind the other, each as it is or in another form of its family
 * (microscope, microscopy), its Chinese within a run. Of no words: no text has it.
 */
export function holdsPhrase(text: Phrase, phrase: Phrase): boolean {
  if (phrase.length === 0) return false;
  for (let at = 0; at + phrase.length <= text.length; at++)
    if (phrase.every((piece, i) => fits(text[at + i], piece))) return true;
  return false;
}

/** From so many letters on words of one beginning are taken for one family. */
const FAMILY = 5;

function fits(own: Piece, wanted: Piece): boolean {
  if (own.han !== wanted.han) return false;
  if (own.han) return own.text.includes(wanted.text);
  if (own.text === wanted.text) return true;
  return own.text.length >= FAMILY && wanted.text.length >= FAMILY && likeness(own.text, wanted.text) > 0;
}

/**
 * The one normaliser of names, of institutions and places alike: two names are the same name when their keys are equal.
 *
 * In order: NFKD; combining marks U+0300–U+036F off (so that ü, é, й fold, and the vowel signs of Indic, Thai or
 * Japanese script, which are letters there, stay); lower case; ß ø ł đ æ œ þ ı ħ ŋ spelt out; `&` and `+` become `and`;
 * apostrophes vanish (Xi'an = Xian); every other character that is neither letter, digit nor mark becomes a space;
 * spaces collapse; a leading `the ` goes. Letters of every script, CJK among them, are kept.
 *
 * @returns the key; the empty string when the name has no letter or digit, which matches nothing.
 * @example normaliseName('Université de Montréal') === 'universite de montreal'
 */
export function normaliseName(name: string): string {
  const folded = isAscii(name) ? name.toLowerCase() : fold(name);
  let key = '';
  let gap = false;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code >= 128) {
      if (gap && key !== '') key += ' ';
      gap = false;
      key += folded[i];
    } else if (code === AMPERSAND || code === PLUS) {
      key += key === '' ? 'and' : ' and';
      gap = true;
    } else if (code !== APOSTROPHE && code !== GRAVE) {
      gap = true;
    }
  }
  return key.startsWith('the ') ? key.slice(4) : key;
}

const AMPERSAND = 38;
const PLUS = 43;
const APOSTROPHE = 39;
const GRAVE = 96;

const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
};

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Letters without marks, in lower case, ligatures and the like spelt out. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßøłđðæœþıħŋ]/g, (letter) => SPELT[letter]);
}

/** The part for names beyond ASCII; what it leaves beyond ASCII are letters, digits and marks only. */
function fold(name: string): string {
  return foldLetters(name)
    .replace(/[\u2018\u2019\u02bb\u02bc\u02b9\u00b4\u2032]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}\x20-\x7e]/gu, ' ');
}

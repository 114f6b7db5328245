/**
 * A light English stem: forms of one word get one key, which need not be a word. In order: British spelling made
 * American (‑isation, ‑ise, ‑yse, ‑our, ‑tre, ‑bre); plural off (the S-stemmer of Harman 1991, JASIS 42:7); then ‑ing,
 * ‑ed, ‑ly where four letters with a vowel are left, a doubled consonant undoubled; a last ‑e off. Words with a digit,
 * of fewer than four letters, or in another script stay as they are.
 *
 * @example stem('batteries') === 'battery'
 * @example stem('packaging') === stem('package')
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let key = plain(american(word));
  for (const ending of ['ing', 'ed', 'ly']) {
    const left = key.slice(0, -ending.length);
    if (!key.endsWith(ending) || left.length < 4 || !/[aeiouy]/.test(left)) continue;
    key = /([bdgmnprt])\1$/.test(left) ? left.slice(0, -1) : left;
    break;
  }
  return key.length > 4 && key.endsWith('e') ? key.slice(0, -1) : key;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'],
  [/is(es?|ed|ing)$/, 'iz$1'],
  [/ys(es?|ed|ing|er)$/, 'yz$1'],
  [/our(s?)$/, 'or$1'],
  [/(cen|me|li|fi)([tb])re(s?)$/, '$1$2er$3'],
];

function american(word: string): string {
  if (word.length < 6) return word.replace(/^(fi|me|li)([tb])re$/, '$1$2er');
  for (const [british, spelling] of SPELLINGS) if (british.test(word)) return word.replace(british, spelling);
  return word;
}

function plain(word: string): string {
  if (word.endsWith('ies') && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:us|ss|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/**
 * The part of the longer of two words that both begin with, where they are likely of one family: one begins with the
 * other (robot, robotic) and is 0.6 of it, or both share six letters and 0.77 of the longer (catalyst, catalysis); else 0.
 */
export function likeness(a: string, b: string): number {
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const alike = common / Math.max(a.length, b.length);
  const begins = common === Math.min(a.length, b.length);
  return (begins && alike >= 0.6) || (common >= 6 && alike >= 0.77) ? alike : 0;
}

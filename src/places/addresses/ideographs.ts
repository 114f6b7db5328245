import { type Dictionary, indexOf, kindOf, MEANING } from './dictionary.ts';
import type { AddressReading } from './reading.ts';

export function hasIdeographs(text: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff]/u.test(text);
}

const BODY =
  /大学|大學|医院|醫院|学院|學院|研究|公司|中心|局|所|院|校|厂|社|館|馆|病院|機構|机构|集団|集团|协会|学会|実験|实验/u;
const SUFFIX = /[市省区區县縣府都道州旗盟]$/u;
const LONGEST = 12;

/**
 * The city of an address in Chinese or Japanese characters: names one after the other from the start of a run, the larger
 * first (江苏省苏州市…); a name that runs on into an organisation's is none (北京大学). @returns null where no run begins with a name
 */
export function readIdeographs(dictionary: Dictionary, text: string): AddressReading | null {
  const found: { place: string; name: string }[] = [];
  let inName = false;
  let ambiguous = false;
  for (const run of text.match(/[\u3005\u3040-\u30ff\u3400-\u9fff]+/gu) ?? []) {
    let at = 0;
    let state: number | null = null;
    let named: number[] | null = null;
    let levels = 0;
    let certain = false;
    for (;;) {
      const name = longest(dictionary, run, at);
      if (name === null) break;
      const refs = dictionary.ideographs.get(name) ?? [];
      if (name !== '中国' && name !== '中國' && name !== '日本') {
        const states = refs.filter((ref) => kindOf(ref) === MEANING.state).map(indexOf);
        const rows = refs.filter((ref) => kindOf(ref) <= MEANING.alias).map(indexOf);
        const inside: number[] =
          state === null ? rows : rows.filter((row) => dictionary.state[row] === state);
        if (states.length > 0 && rows.length === 0) state = states[0];
        else if (inside.length > 0 && (named === null || sameCity(dictionary, named, inside).length > 0))
          named = named === null ? inside : sameCity(dictionary, named, inside);
        else if (named === null) break;
        levels++;
      }
      at += name.length;
      certain = SUFFIX.test(name);
    }
    if (named === null) continue;
    const rest = run.slice(at);
    const whole = rest === '';
    const body = BODY.test(rest);
    if (!whole && (!certain || (body && levels < 2))) {
      inName = true;
      continue;
    }
    const cities = [...new Set(named.map((row) => dictionary.city(row)))];
    if (cities.length > 1) {
      ambiguous = true;
      continue;
    }
    found.push({ place: cities[0], name: dictionary.name(named[0]) });
  }
  if (found.length > 0) {
    const [first] = found;
    return found.every(({ place }) => place === first.place)
      ? { place: first.place, name: first.name, how: 'city', reason: null }
      : { place: null, name: null, how: null, reason: 'several' };
  }
  if (ambiguous) return { place: null, name: null, how: null, reason: 'ambiguous' };
  return inName ? { place: null, name: null, how: null, reason: 'in-name' } : null;
}

/** Of `inner` those that count in a city of `outer`. */
function sameCity(dictionary: Dictionary, outer: readonly number[], inner: readonly number[]): number[] {
  const cities = new Set(outer.map((row) => dictionary.city(row)));
  return inner.filter((row) => cities.has(dictionary.city(row)));
}

function longest(dictionary: Dictionary, run: string, at: number): string | null {
  if (run.startsWith('中国', at) || run.startsWith('中國', at) || run.startsWith('日本', at))
    return run.slice(at, at + 2);
  for (let length = Math.min(LONGEST, run.length - at); length >= 2; length--) {
    const name = run.slice(at, at + length);
    if (dictionary.ideographs.has(name)) return name;
  }
  return null;
}

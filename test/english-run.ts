/** The same in every language: what stands in quotes, addresses, calls of functions, units such as `CNY per person`. */
const SAME = /“[^”]*”|`[^`]*`|"[^"]*"|https?:\/\/\S+|\w+\([^)]*\)|(?:[\w%]+ )*per (?:10k |million )?\w+/g;

/** The first three English words in a row of a text, outside quotes; null where there are none. */
function englishRun(text: string): string | null {
  return /[A-Za-z][\w’'-]*(?:[ ,]+[A-Za-z][\w’'-]*){2,}/.exec(text.replace(SAME, '|'))?.[0] ?? null;
}

/** Whether a text is Chinese, but for what stands in quotes. */
export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text) && englishRun(text) === null;

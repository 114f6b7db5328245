/** So many broken lines are a matter of single records, whatever the file. */
const FEW_BROKEN = 10;
/** And so large a part of a file's lines. */
const BROKEN_PART = 0.01;

/**
 * Whether so many lines are no JSON that the file itself must be damaged: more than ten and more than one in a hundred, or
 * more than half of all.
 *
 * @param broken lines that are no JSON
 * @param whole lines or records that were read
 */
export function tooManyBroken(broken: number, whole: number): boolean {
  const all = broken + whole;
  return broken > Math.max(FEW_BROKEN, all * BROKEN_PART) || broken * 2 > all;
}

/** Whether a text that is no JSON begins as an answer of the API does, which would hold many records. */
export function beginsAsAnswer(text: string): boolean {
  return /^\s*\{\s*"(?:meta|results)"\s*:/.test(text);
}

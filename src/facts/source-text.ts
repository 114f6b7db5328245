/** Whether a source is given by a number of somebody's store, which no reader can look up. */
export function namesStoreNumber(text: string): boolean {
  return /\bfind_string\b|\bids? \d{6,}/i.test(text);
}

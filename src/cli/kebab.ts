/** A parameter's name as a flag has it: `populationYear` is `--population-year`. */
export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

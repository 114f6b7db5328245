// Reads `--name value` options of the bench scripts; an unknown option or a bare word ends the script with usage.

/** @param {Record<string, string | number>} defaults @param {string} usage */
export function options(defaults, usage) {
  const values = { ...defaults };
  const words = process.argv.slice(2);
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i].replace(/^--/, '').replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const value = words[i + 1];
    if (!words[i].startsWith('--') || !(name in defaults) || value === undefined) {
      console.error(usage);
      process.exit(2);
    }
    values[name] = typeof defaults[name] === 'number' ? Number(value) : value;
    if (Number.isNaN(values[name])) {
      console.error(`--${name} takes a number, got ${value}\n${usage}`);
      process.exit(2);
    }
  }
  return values;
}

/** A list of whole numbers separated by commas. */
export function numbers(text) {
  return text === '' ? [] : text.split(',').map(Number);
}

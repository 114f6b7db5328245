import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InputError, render } from '../../src/base/index.ts';
import {
  type CheckedRow,
  checkClaims,
  type Fault,
  type Language,
  readClaims,
  claimRow,
  type World,
} from '../../src/claims/index.ts';

/** Writes a file to a folder that is removed when `use` has ended, and hands it the path. */
export async function withFile<T>(
  name: string,
  text: string | Uint8Array,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'synopolis-claims-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with a file, as a user is told; null where nothing is. */
export function faultOf(
  text: string | Uint8Array,
  name = 'claims.yaml',
  language: Language = 'en',
): Promise<string | null> {
  return withFile(name, text, (file) =>
    readClaims(file).then(
      () => null,
      (error: unknown) => (error as InputError).text(language).replaceAll(file, name),
    ),
  );
}

/** Claims of YAML text, read and checked as a user's are. */
export async function checkYaml(
  text: string,
  world: World,
  language: Language = 'en',
): Promise<{ checked: readonly CheckedRow[]; faults: readonly Fault[] }> {
  const file = await withFile('claims.yaml', text, readClaims);
  const { checked, faults } = await checkClaims(file, world, language);
  return { checked: checked.map((one) => claimRow(one, language)), faults };
}

/** One claim of the fields given, as YAML. */
export function claimText(fields: Readonly<Record<string, string | number>>): string {
  const all = { id: 'A1', text: 'Something is so', source: 'somebody', ...fields };
  return Object.entries(all)
    .map(
      ([name, value], i) =>
        `${i === 0 ? '- ' : '  '}${name}: ${typeof value === 'string' && !value.includes('\n') ? JSON.stringify(value) : value}`,
    )
    .join('\n');
}

/** A claim checked; a fault is thrown with what the user is told. */
export async function checkOne(
  fields: Readonly<Record<string, string | number>>,
  world: World,
  language: Language = 'en',
): Promise<CheckedRow> {
  const { checked, faults } = await checkYaml(claimText(fields), world, language);
  if (faults.length > 0) throw new Error(render(faults[0].problem, 'en'));
  return checked[0];
}

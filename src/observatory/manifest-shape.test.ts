import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { synopolis } from '../../test/cli/shell.ts';
import { InputError } from '../base/index.ts';
import { OBSERVATORY_FORMAT, readManifest } from './manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
const file = join(folder, 'manifest.json');
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['null', '[]', '3', '"x"', '{}', '{"synopolis": null}'])(
  'A manifest that holds %s is none: a command says so in one line',
  async (text) => {
    writeFileSync(file, text);
    expect(await synopolis('ranking', folder)).toEqual({
      code: 1,
      out: '',
      err: `error: ${file}: is not the manifest of an observatory. Build the observatory again.\n`,
    });
  },
);

it('A manifest of this format that lacks what others read, or has it in another form, is none', () => {
  const head = { synopolis: { format: OBSERVATORY_FORMAT } };
  const keys = fc.constantFrom(
    'title',
    'works',
    'tables',
    'located',
    'records',
    'filters',
    'warnings',
    'files',
  );
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue()), (rest) => {
      writeFileSync(file, JSON.stringify({ ...rest, ...head }));
      expect(() => readManifest(folder)).toThrow(InputError);
    }),
  );
});

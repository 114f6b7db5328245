import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../test/adapter.ts';
import { absent, listCases, load, title } from '../../test/reference.ts';

/** One file a family of cases, each exporting `adapter`. */
const folder = new URL('../../test/adapters/', import.meta.url);
const adapters = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const { adapter } = (await import(new URL(file, folder).href)) as { adapter: Adapter };
    return { file, adapter };
  }),
);

/** Area 5 is that of `src/effects`. */
const cases = listCases().filter(({ area }) => area !== '5');

describe.skipIf(absent)(title('the reference cases'), () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases.map((listed) => ({ id: listed.id, listed })))('$id', ({ id, listed }) => {
    const claiming = adapters.filter(({ adapter }) => adapter.cases.test(id));
    if (claiming.length === 0) throw new Error(`no adapter in test/adapters claims the case ${id}`);
    expect(
      claiming.map(({ file }) => file),
      `one adapter claims ${id}`,
    ).toHaveLength(1);
    claiming[0].adapter.check(load(listed));
  });
});

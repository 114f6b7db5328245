import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Adapter } from './adapter.ts';
import { absent, listCases, load, title } from './reference.ts';

/** One file a family of cases, each exporting `adapter`. */
const folder = new URL('./adapters/', import.meta.url);
const adapters = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const { adapter } = (await import(new URL(file, folder).href)) as { adapter: Adapter };
    return { file, adapter };
  }),
);

/** Families that no part of the project answers yet, and why. The only place that skips a case. */
const LATER: readonly { readonly cases: RegExp; readonly why: string }[] = [
  { cases: /^sdid-/, why: 'synthetic difference in differences comes in a second part of src/effects' },
  { cases: /^sc-/, why: 'synthetic control comes in a second part of src/effects' },
];

const cases = listCases();
const laterOf = (id: string): string | undefined => LATER.find(({ cases: family }) => family.test(id))?.why;

describe.skipIf(absent)(title('the reference cases'), () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  for (const listed of cases) {
    const claiming = adapters.filter(({ adapter }) => adapter.cases.test(listed.id));
    const why = laterOf(listed.id);
    if (why !== undefined && claiming.length === 0) {
      it(listed.id, ({ skip }) => skip(why));
      continue;
    }
    it(listed.id, () => {
      if (claiming.length === 0) throw new Error(`no adapter in test/adapters claims the case ${listed.id}`);
      expect(why, `${listed.id} is answered, and no longer to be skipped`).toBeUndefined();
      expect(
        claiming.map(({ file }) => file),
        `one adapter claims ${listed.id}`,
      ).toHaveLength(1);
      claiming[0].adapter.check(load(listed));
    });
  }
});

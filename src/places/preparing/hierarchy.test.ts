import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareInstitutions } from '../prepare.ts';
import { MOST_ABOVE } from './hierarchy.ts';

/** Institutions in a row, each under the one before it; in a ring the first is under the last. */
async function row(length: number, ring: boolean) {
  const lines = Array.from({ length }, (_, i) =>
    JSON.stringify({
      id: `https://openalex.org/I${i + 1}`,
      display_name: `Institution ${i + 1}`,
      country_code: 'FR',
      lineage: i > 0 ? [`https://openalex.org/I${i}`] : ring ? [`https://openalex.org/I${length}`] : [],
    }),
  );
  const path = join(await mkdtemp(join(tmpdir(), 'hierarchy-')), 'institutions.jsonl');
  await writeFile(path, lines.join('\n'));
  return prepareInstitutions({ paths: [path] });
}

describe('who stands above an institution', () => {
  it.each([false, true])('is followed to the nearest hundred of 5,000 in a row (ring: %s)', async (ring) => {
    const { ancestors, report } = await row(5000, ring);
    expect(ancestors.length).toBeLessThanOrEqual(5000 * MOST_ABOVE);
    expect(report.underTooMany).toBe(ring ? 5000 : 5000 - MOST_ABOVE - 1);
    const above = ancestors
      .filter(({ institution }) => institution === 'I3000')
      .map(({ ancestor }) => ancestor);
    const nearest = Array.from({ length: MOST_ABOVE }, (_, i) => `I${2999 - i}`);
    expect(above).toEqual(nearest.sort());
  });

  it('is all of them in a short row', async () => {
    const { ancestors, report } = await row(6, false);
    expect(ancestors).toHaveLength(15);
    expect(report.underTooMany).toBe(0);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayReason } from './reasons.ts';

/** What a measure or an analysis gives as the reason of something undefined, as it stands in its file. */
const GIVEN = /\b(?:unknown|none|noInterval|noEstimate|noBeta)\(\s*(?:'([^']+)'|`([^`]+)`)/g;

/** A template with a number in each of its holes. */
const filled = (template: string): string => template.replace(/\$\{[^}]*\}/g, '3');

function reasonsIn(room: string): string[] {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(room, file), 'utf8').matchAll(GIVEN)])
    .map(([, plain, template]) => filled((plain as string | undefined) ?? template));
}

describe('why something is undefined', () => {
  const reasons = [...new Set(['measures', 'analyses'].flatMap((room) => reasonsIn(join('src', room))))];

  it('is told by many measures', () => {
    expect(reasons.length).toBeGreaterThan(60);
    expect(reasons).toContain('no links');
  });

  it.each(reasons)('“%s” has Chinese words', (reason) => {
    expect(sayReason(reason, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(sayReason(reason)).toBe(reason);
  });
});

import { describe, expect, it } from 'vitest';
import { type Message, render } from '../base/index.ts';
import { manifestWarnings } from './manifest-warnings.ts';
import { warnings } from './warning-messages.ts';

const counts = [1, 2, 1234];
const MESSAGES: Readonly<Record<keyof typeof warnings, readonly Message[]>> = {
  filesGone: counts.map((count) => warnings.filesGone({ count })),
  damagedFiles: counts.map((count) => warnings.damagedFiles({ count })),
  noWorks: [warnings.noWorks()],
  worksWithoutType: counts.map((works) => warnings.worksWithoutType({ works })),
  authorsCut: counts.map((works) => warnings.authorsCut({ works })),
  littleLocated: [0, 0.07, 0.29, 0.5].map((share) => warnings.littleLocated({ share })),
  mixedVintages: counts.map((n) => warnings.mixedVintages({ day: '2026-09-28', before: n, after: n + 1 })),
  fewerInstitutions: [7, 1234].map((fewer) => warnings.fewerInstitutions({ fewer })),
  longChains: counts.map((count) => warnings.longChains({ count })),
  impossibleCoordinates: counts.map((count) => warnings.impossibleCoordinates({ count })),
  replacedBytes: counts.map((count) => warnings.replacedBytes({ count })),
  emptyFiles: counts.map((count) => warnings.emptyFiles({ count })),
  badRecords: counts.map((bad) => warnings.badRecords({ bad, all: 12_345 })),
  other: [warnings.other({ text: 'nobody knows' })],
};

describe('the warnings of a manifest', () => {
  it('are texts where it has no codes, as an older build wrote them', () => {
    expect(manifestWarnings({ warnings: ['3 files without a work'] })).toEqual([
      warnings.other({ text: '3 files without a work' }),
    ]);
  });

  it.each(Object.entries(MESSAGES).filter(([name]) => name !== 'other'))(
    'have Chinese words: %s',
    (_, messages) => {
      for (const one of messages)
        expect(render(one, 'zh')).toMatch(/^(?=.*\p{Script=Han})(?!.*[a-z]+ [a-z]+)/u);
    },
  );

  it('are its messages where it has them, unless a later version wrote one that is unknown here', () => {
    const warningMessages = [warnings.emptyFiles({ count: 3 })];
    expect(manifestWarnings({ warnings: ['of old'], warningMessages })).toEqual(warningMessages);
    const later = [...warningMessages, { code: 'warnings.later', params: {} }];
    expect(
      manifestWarnings({ warnings: ['3 files without a work', 'later'], warningMessages: later }),
    ).toEqual([warnings.emptyFiles({ count: 3 }), warnings.other({ text: 'later' })]);
  });
});

import type { Message } from '../base/index.ts';
import type { Manifest } from './manifest.ts';
import { warnings } from './warning-messages.ts';

/** The warnings of a manifest. Manifests written before these had codes have only English texts, which are read back here. */
export function manifestWarnings(manifest: Pick<Manifest, 'warnings' | 'warningMessages'>): Message[] {
  const { warnings: texts, warningMessages: messages } = manifest;
  if (messages?.every(({ code }) => CODES.has(code)) === true) return [...messages];
  return texts.map(warningOfText);
}

const CODES: ReadonlySet<string> = new Set(Object.keys(warnings).map((name) => `warnings.${name}`));

const TEXTS: readonly (readonly [RegExp, (...parts: string[]) => Message])[] = [
  [
    /^(\d+) files? of the last build w\w+ not named this time, so the works are not in it$/,
    (n) => warnings.filesGone({ count: Number(n) }),
  ],
  [/^(\d+) damaged files? left out$/, (n) => warnings.damagedFiles({ count: Number(n) })],
  [/^not one work passed the filters$/, () => warnings.noWorks()],
  [
    /^(\d+) works? without a type passed the filter of types$/,
    (n) => warnings.worksWithoutType({ works: Number(n) }),
  ],
  [
    /^(\d+) works? may have more authors than the record lists \(cut at 100\): above the author cap$/,
    (n) => warnings.authorsCut({ works: Number(n) }),
  ],
  [
    /^only (\d+) ?% of Share is located: read rankings with care, and see coverage$/,
    (n) => warnings.littleLocated({ share: Number(n) / 100 }),
  ],
  [
    /^(\d+) files? with bytes that are no UTF-8; they were replaced in texts$/,
    (n) => warnings.replacedBytes({ count: Number(n) }),
  ],
  [
    /^(\d+) files? from before (\S+) beside (\d+) from after: all affiliations were matched anew that day/,
    (before, day, after) => warnings.mixedVintages({ day, before: Number(before), after: Number(after) }),
  ],
  [
    /^(\d+) institutions fewer than in the last build: check that the file of institutions is whole$/,
    (n) => warnings.fewerInstitutions({ fewer: Number(n) }),
  ],
  [
    /^(\d+) institutions? under a chain or ring of parents that is longer than is followed$/,
    (n) => warnings.longChains({ count: Number(n) }),
  ],
  [
    /^(\d+) institutions? with impossible coordinates and no other place: located nowhere$/,
    (n) => warnings.impossibleCoordinates({ count: Number(n) }),
  ],
  [/^(\d+) files? without a work$/, (n) => warnings.emptyFiles({ count: Number(n) })],
  [
    /^(\d+) of (\d+) records could not be used$/,
    (bad, all) => warnings.badRecords({ bad: Number(bad), all: Number(all) }),
  ],
];

function warningOfText(text: string): Message {
  for (const [pattern, message] of TEXTS) {
    const found = pattern.exec(text);
    if (found !== null) return message(...found.slice(1));
  }
  return warnings.other({ text });
}

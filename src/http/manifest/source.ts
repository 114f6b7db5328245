import { basename } from 'node:path';
import { z } from 'zod';
import { render } from '../../base/index.ts';
import { type Manifest, manifestWarnings } from '../../observatory/index.ts';
import { titled } from '../../tabular/places.ts';
import { defineSource } from '../source.ts';

const TITLE = { en: 'Manifest', zh: '清单' } as const;

const COLUMNS = [
  { id: 'table', title: { en: 'Table', zh: '表' } },
  { id: 'rows', title: { en: 'Rows', zh: '行数' }, digits: 0 },
] as const;

/** What went into the observatory, what was dropped and why. */
export const manifest = defineSource({
  id: 'manifest',
  path: '/api/manifest',
  title: TITLE,
  description: {
    en: 'What went into the observatory, with hashes, what was dropped and why; files by their names, without their folders.',
    zh: '观测库的输入文件（含哈希值）、被剔除的记录及原因；文件只给名称，不给目录。',
  },
  params: z.object({}),
  columns: titled(COLUMNS, 'en'),
  light: true,
  answer({ manifest: told }, _, language) {
    return Promise.resolve({
      printable: {
        title: told.title ?? TITLE[language],
        synthetic: told.synthetic,
        columns: titled(COLUMNS, language),
        cells: Object.entries(told.tables),
        json: { manifest: withoutFolders(told) },
        findings: [],
        about: manifestWarnings(told).map((warning) => nameOnly(render(warning, language))),
      },
    });
  },
});

/** Where files lay on the machine that built it is nobody else’s. */
function withoutFolders(told: Manifest): unknown {
  return JSON.parse(JSON.stringify(told), (key, value: unknown) => {
    if (typeof value === 'string') return key === 'path' ? nameAlone(value) : nameOnly(value);
    return key === 'files' && Array.isArray(value) ? value.map(fileAlone) : value;
  });
}

/** A file told by its path alone, or as an object whose `path` has lost its folder already. */
function fileAlone(file: unknown): unknown {
  return typeof file === 'string' ? nameAlone(file) : file;
}

/** Paths within a text lose their folders; web addresses and ids with a slash stay. */
function nameOnly(text: string): string {
  return text.replace(/(?<![\w:/.-])(?:[A-Za-z]:)?(?:\.{0,2}[\\/])(?:[^\s,;“”"'()]+)/g, nameAlone);
}

function nameAlone(path: string): string {
  return basename(path.replaceAll('\\', '/'));
}

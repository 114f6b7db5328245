import { groups as methods } from '../../../../docs/methods/index.md?groups';
import { groups as guide } from '../../../../docs/index.md?groups';
import type { Document } from '../../build/markdown.ts';
import { nameOfPage } from './names.ts';

const FOLDER = '../../../../docs/';

/** Each page of the documentation, loaded when it is gone to. */
const LOAD: ReadonlyMap<string, () => Promise<Document>> = new Map(
  Object.entries(
    import.meta.glob<Document>([
      '../../../../docs/*.md',
      '../../../../docs/methods/*.md',
      '../../../../docs/analyses/*.md',
      '!../../../../docs/**/index.md',
      '!../../../../docs/contributing.md',
    ]),
  ).map(([path, load]) => [nameOfPage(path.slice(FOLDER.length)), load]),
);

/** The questions first, then the methods under theirs; an index is no page of its own here. */
export const GROUPS = [...guide, ...methods].map((group) => ({
  ...group,
  pages: group.pages.filter(({ name }) => LOAD.has(name)),
}));

/** The page of a name; null where there is none. */
export const documentLoader = (name: string): (() => Promise<Document>) | null => LOAD.get(name) ?? null;

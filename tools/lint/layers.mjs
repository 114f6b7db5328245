import { dirname, join, relative, sep } from 'node:path';

/** The layers, lowest first. A folder may import itself and the layers below it. */
export const LAYERS = [
  ['base'],
  ['measures'],
  ['effects'],
  ['engine'],
  ['places'],
  ['facts'],
  ['records'],
  ['demo'],
  ['observatory'],
  ['claims', 'resources', 'trino'],
  ['analyses'],
  ['tabular'],
  ['figures'],
  ['report'],
  ['http', 'web'],
  ['cli'],
];

const layerOf = new Map(LAYERS.flatMap((folders, layer) => folders.map((folder) => [folder, layer])));

/**
 * What is wrong with an import, or null.
 *
 * @param from The file that imports, as a path from `src`.
 * @param to The file that is imported, as a path from `src`.
 */
export function forbidden(from, to) {
  const [own, other] = [from, to].map((path) => path.split('/')[0]);
  const layer = layerOf.get(own);
  if (own === other || layer === undefined || other === '..') return null;
  if (other === 'trino' && own !== 'cli') return 'Only the command line may import src/trino.';
  // What is in no folder, as src/index.ts, is above all of them.
  if ((layerOf.get(other) ?? Infinity) < layer) return null;
  return `src/${own} may only import the layers below it (CONTRIBUTING, Layers), not src/${other}.`;
}

/** Imports between folders go down. Only relative paths are read: there are no aliases, and nothing is resolved. */
export const layers = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const src = join(context.cwd, 'src');
    const pathOf = (file) => relative(src, file).split(sep).join('/');
    const check = ({ source }) => {
      const specifier = source?.value;
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
      const message = forbidden(pathOf(context.filename), pathOf(join(dirname(context.filename), specifier)));
      if (message !== null) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { coastlinesOf, type LandTopology } from '../../figures/map/coastlines.ts';

const MODULE = /^coastlines:(land-\d+m)$/;

/** Lets the application import where coastlines are served, such as `coastlines:land-50m`, made of those of world-atlas. */
export function coastlines(): Plugin {
  let isBuilt = true;
  return {
    name: 'coastlines',
    configResolved({ command }) {
      isBuilt = command === 'build';
    },
    resolveId: (id) => (MODULE.test(id) ? `\0${id}` : null),
    async load(id) {
      const name = MODULE.exec(id.slice(1))?.[1];
      if (name === undefined) return null;
      const path = createRequire(import.meta.url).resolve(`world-atlas/${name}.json`);
      const source = JSON.stringify(coastlinesOf(JSON.parse(await readFile(path, 'utf8')) as LandTopology));
      if (!isBuilt)
        return `export default URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'application/json' }));`;
      const file = this.emitFile({ type: 'asset', name: `${name}.json`, source });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

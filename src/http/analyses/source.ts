import type { z } from 'zod';
import type { About, Analysis, Result } from '../../analyses/index.ts';
import { printable } from '../../tabular/printable.ts';
import { defineSource, type Source } from '../source.ts';

/** The source of an analysis, from its declaration. */
export function analysisSource<P extends z.ZodObject, R, A extends Result<R> & { about: About }>(
  analysis: Analysis<P, R, A>,
): Source {
  const { id, title, description, params, result: declared, columns, files } = analysis;
  return defineSource({
    id,
    path: `/api/analyses/${id}`,
    title,
    description,
    params,
    result: declared,
    columns: columns.map((column) => ({ id: column.id, title: column.title.en, digits: column.digits })),
    ...(files === undefined ? {} : { own: files }),
    async answer(observatory, parameters, language, tell) {
      const result = await analysis.run(observatory, parameters, tell);
      return {
        printable: printable(analysis, result, language),
        own: (format) => files![format].write(result, language),
      };
    },
  });
}

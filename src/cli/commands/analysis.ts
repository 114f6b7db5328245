import { Command, Option } from 'commander';
import type { z } from 'zod';
import type { About, Analysis, Result } from '../../analyses/index.ts';
import { Observatory } from '../../observatory/index.ts';
import { addParameterFlags, readParameters } from '../flags.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { print, printable } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

export const DEFAULT_FOLDER = 'observatory';

/** The command of an analysis, made from its declaration. */
export function analysisCommand<P extends z.ZodObject, R, A extends Result<R> & { about: About }>(
  analysis: Analysis<P, R, A>,
  terminal: Terminal,
): Command {
  const command = new Command(analysis.id)
    .description(analysis.description.en)
    .argument('[dir]', 'folder of the observatory', DEFAULT_FOLDER);
  addParameterFlags(command, analysis.params);
  addOutputFlags(command).addOption(
    new Option('--lang <code>', 'language of titles').choices(['en', 'zh']).default('en'),
  );
  return command.action(
    async (folder: string, flags: Record<string, unknown> & OutputFlags & { lang: 'en' | 'zh' }) => {
      const parameters = readParameters(analysis.params, flags);
      const destination = destinationOf(flags);
      const observatory = await Observatory.open(folder);
      try {
        const result = await analysis.run(observatory, parameters);
        await print(printable(analysis, result, flags.lang), destination, terminal.out);
      } finally {
        observatory.close();
      }
    },
  );
}

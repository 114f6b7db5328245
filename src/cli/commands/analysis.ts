import { Command, Option } from 'commander';
import type { z } from 'zod';
import type { About, Analysis, Result } from '../../analyses/index.ts';
import { Observatory } from '../../observatory/index.ts';
import { addParameterFlags, readParameters } from '../flags.ts';
import { type Format, FORMATS, print, printable } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

export const DEFAULT_FOLDER = 'observatory';

/** Flags of everything that prints a table. */
export function addOutputFlags(command: Command): Command {
  return command
    .addOption(new Option('--format <name>', 'how to print it').choices(FORMATS).default('table'))
    .option('--out <file>', 'write to this file instead of printing');
}

export interface OutputFlags {
  readonly format: Format;
  readonly out?: string;
}

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
      const observatory = await Observatory.open(folder);
      try {
        const result = await analysis.run(observatory, parameters);
        await print(printable(analysis, result, flags.lang), flags.format, flags.out, terminal.out);
      } finally {
        observatory.close();
      }
    },
  );
}

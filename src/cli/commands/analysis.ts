import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { z } from 'zod';
import type { About, Analysis, Result } from '../../analyses/index.ts';
import { askObservatory, type LocationRule } from '../../observatory/index.ts';
import { CliError } from '../error.ts';
import { locatedByOption } from '../located-by.ts';
import { addParameterFlags, readParameters } from '../flags.ts';
import { addOutputFlags, destinationOf, type OutputFlags, ownDestination } from '../output/destination.ts';
import { printable } from '../../tabular/printable.ts';
import { asFlag } from '../as-flags.ts';
import { print, printText, writeText } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

export const DEFAULT_FOLDER = 'observatory';
/** Of an argument for what can be answered without an observatory too. */
export const AT_HAND = `Folder of the observatory; ./${DEFAULT_FOLDER} if it exists, else none`;

type Flags = Record<string, unknown> & OutputFlags & { lang: 'en' | 'zh'; locatedBy?: LocationRule };

/** The command of an analysis, made from its declaration. */
export function analysisCommand<P extends z.ZodObject, R, A extends Result<R> & { about: About }>(
  analysis: Analysis<P, R, A>,
  terminal: Terminal,
): Command {
  const { argument, params } = analysis;
  const needsOne = analysis.alone === undefined;
  const command = new Command(analysis.id).summary(analysis.summary).description(analysis.description.en);
  if (argument !== undefined)
    command.argument(`<${argument}>`, (params.shape[argument] as z.ZodType).description ?? '');
  // What can be answered without takes one that lies at hand.
  if (needsOne) command.argument('[dir]', 'Folder of the observatory', DEFAULT_FOLDER);
  else command.argument('[dir]', AT_HAND);
  addParameterFlags(command, params, argument);
  const files = analysis.files ?? {};
  command.addOption(locatedByOption());
  addOutputFlags(command, files).addOption(
    new Option('--lang <code>', 'Language of titles').choices(['en', 'zh']).default('en'),
  );
  return command.action(async (...given: unknown[]) => {
    const words = given.slice(0, argument === undefined ? 1 : 2) as (string | undefined)[];
    const flags = given[words.length] as Flags;
    const folder = words.at(-1);
    // Words of one argument that stand apart look like a folder.
    if (argument !== undefined && folder !== undefined && !existsSync(folder))
      throw new CliError(
        `there is no folder ${folder} with an observatory. Several words for <${argument}> stand in "quotes".`,
      );
    const parameters = readParameters(
      params,
      argument === undefined ? flags : { ...flags, [argument]: words[0] },
    );
    const own = ownDestination(flags, files);
    const destination = destinationOf(flags);
    const result = await answerOf(analysis, folder, parameters, flags.locatedBy);
    if (own === null) {
      // What is read by programs has parameters, as over HTTP.
      const style = destination.format === 'table' ? asFlag : undefined;
      return print(printable(analysis, result, flags.lang, style), destination, terminal);
    }
    const text = files[own.own].write(result, flags.lang);
    if (own.out === null) printText(text, own.own, terminal);
    else await writeText(text, own.out);
  });
}

/** The answer of an observatory; where none is named, of the one that lies at hand, or without any if that can be. */
export async function answerOf<P extends z.ZodObject, R, A extends Result<R>>(
  analysis: Analysis<P, R, A>,
  folder: string | undefined,
  parameters: z.output<P>,
  locatedBy?: LocationRule,
): Promise<A> {
  return analysis.alone !== undefined &&
    folder === undefined &&
    !existsSync(join(DEFAULT_FOLDER, 'manifest.json'))
    ? analysis.alone(parameters)
    : ask(analysis, folder ?? DEFAULT_FOLDER, parameters, locatedBy);
}

function ask<P extends z.ZodObject, R, A extends Result<R>>(
  analysis: Analysis<P, R, A>,
  folder: string,
  parameters: z.output<P>,
  locatedBy: LocationRule | undefined,
): Promise<A> {
  return askObservatory(folder, (observatory) => analysis.run(observatory, parameters), { locatedBy });
}

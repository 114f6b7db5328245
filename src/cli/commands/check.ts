import { Command } from 'commander';
import { Observatory } from '../../observatory/index.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { DEFAULT_FOLDER } from './analysis.ts';

/** `synopolis check`: whether the tables of an observatory still keep the laws they were built under. */
export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description(
      'check that the tables of an observatory keep its laws (Share is conserved, one id is one work, …)',
    )
    .argument('[dir]', 'folder of the observatory', DEFAULT_FOLDER)
    .action(async (folder: string) => {
      const observatory = await Observatory.open(folder);
      try {
        const { synthetic } = observatory.manifest;
        const violations = await observatory.checkLaws();
        if (violations.length > 0) {
          throw new CliError(
            `${folder} breaks ${violations.length === 1 ? 'a law' : `${violations.length} laws`}:\n${violations.map(({ law, where }) => `  ${law}: ${where}`).join('\n')}\nBuild it again.`,
          );
        }
        terminal.out(`${folder}${synthetic === null ? '' : ` (${synthetic})`} keeps the laws.\n`);
      } finally {
        observatory.close();
      }
    });
}

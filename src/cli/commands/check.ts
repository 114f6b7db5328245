import { Command } from 'commander';
import { render } from '../../base/index.ts';
import { append } from '../../measures/extremes.ts';
import {
  askObservatory,
  type FileDamage,
  hasTablesByAddress,
  type Manifest,
  type Observatory,
  type Violation,
} from '../../observatory/index.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { DEFAULT_FOLDER } from './analysis.ts';

/** `synopolis check`: whether an observatory is as it was built, and its tables still keep the laws. */
export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description('Check the files of an observatory and the laws of its tables')
    .argument('[dir]', 'Folder of the observatory', DEFAULT_FOLDER)
    .action(async (folder: string) => {
      const { damage, violations, manifest } = await askObservatory(folder, checked, {
        locatedBy: 'institution',
      });
      if (damage.length === 0 && hasTablesByAddress(manifest))
        append(violations, await askObservatory(folder, lawsOf, { locatedBy: 'address' }));
      if (damage.length > 0) {
        throw new CliError(
          `${folder} is damaged:\n${damage.map((each) => `  ${each.file} ${render(each.problem, 'en')}`).join('\n')}\nRun the same \`synopolis build\` again: what is damaged is made again, from the parts and files that are intact.`,
        );
      }
      if (violations.length > 0) {
        throw new CliError(
          `${folder} breaks ${violations.length === 1 ? 'a law' : `${violations.length} laws`}:\n${violations.map(({ law, where }) => `  ${law}: ${where}`).join('\n')}\nBuild it again.`,
        );
      }
      terminal.out(
        `${folder}${manifest.synthetic === null ? '' : ` (${manifest.synthetic})`} is as it was built and keeps the laws.\n`,
      );
    });
}

interface Checked {
  readonly damage: readonly FileDamage[];
  readonly violations: Violation[];
  readonly manifest: Manifest;
}

async function checked(observatory: Observatory): Promise<Checked> {
  const damage = await observatory.checkContent();
  // Of tables that are not as they were written, laws say nothing.
  const violations = damage.length > 0 ? [] : await lawsOf(observatory);
  return { damage, violations, manifest: observatory.manifest };
}

const lawsOf = (observatory: Observatory): Promise<Violation[]> => observatory.checkLaws();

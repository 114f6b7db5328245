import { Command, Option } from 'commander';
import { claimsWorld } from '../../analyses/index.ts';
import {
  type CheckedClaims,
  checkClaims,
  type ClaimsFile,
  readClaims,
  refuse,
  shippedClaims,
  type Verdict,
  VERDICTS,
} from '../../claims/index.ts';
import { Facts } from '../../facts/index.ts';
import { askObservatory, type Observatory } from '../../observatory/index.ts';
import { Directory } from '../../resources/index.ts';
import { CliError } from '../error.ts';
import { claimDetail, ledgerOf } from '../../tabular/claims.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

interface ClaimsFlags extends OutputFlags {
  readonly lang: 'en' | 'zh';
  readonly failOn?: Verdict[];
  readonly statistics?: string[];
  readonly policies?: string[];
  readonly resources?: string[];
}

/** `synopolis claims [DIR]`, `claims show ID`, `claims check FILE`: what is publicly said, held against figures. */
export function claimsCommand(terminal: Terminal): Command {
  const command = flagged(
    new Command('claims')
      .description('Public claims, checked against figures')
      .argument('[dir]', 'Folder of an observatory for claims that need one')
      // Its own flags stand before `show` and `check`, which have the same.
      .enablePositionalOptions(),
  ).action(async (folder: string | undefined, flags: ClaimsFlags) => {
    await list(await shippedClaims(), folder, flags, terminal);
  });
  command.addCommand(
    worldFlags(
      new Command('show')
        .argument('<id>', 'Such as C08')
        .argument('[dir]', 'Folder of an observatory for claims that need one')
        .option('--file <file>', 'File of claims instead of the included ones')
        .description('Show one claim with figure and derivation'),
    ).action(async (id: string, folder: string | undefined, flags: ClaimsFlags & { file?: string }) => {
      const file = flags.file === undefined ? await shippedClaims() : await readClaims(flags.file);
      const claims = file.claims.filter((claim) => claim.id === id);
      if (claims.length === 0)
        throw new CliError(
          `there is no claim ${id}. There are: ${shortened(file.claims.map((one) => one.id))}.`,
        );
      // Others stay within reach: a claim may refer to them.
      const { checked, faults } = await check(file, folder, flags);
      const own = checked.find((one) => one.id === id);
      if (own === undefined) throw refuse(faults.filter((fault) => fault.id === id));
      terminal.out(claimDetail(own, claims[0], flags.lang));
    }),
  );
  command.addCommand(
    flagged(
      new Command('check')
        .argument('<file>', 'Claims of your own, YAML or CSV (docs/is-it-true.md)')
        .argument('[dir]', 'Folder of an observatory for claims that need one')
        .description('Check claims of your own'),
    ).action(async (file: string, folder: string | undefined, flags: ClaimsFlags) => {
      await list(await readClaims(file), folder, flags, terminal);
    }),
  );
  return command;
}

function worldFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--lang <code>', 'Language of texts and verdicts').choices(['en', 'zh']).default('en'),
    )
    .option('--statistics <csv...>', 'Published figures of your own, in addition to those included')
    .option('--policies <csv...>', 'Policies of your own, in addition to those included')
    .option('--resources <csv...>', 'Resources of your own, in addition to those included');
}

function flagged(command: Command): Command {
  return addOutputFlags(worldFlags(command)).addOption(
    new Option('--fail-on <verdict...>', 'Exit with 1 if a claim has this verdict').choices(VERDICTS),
  );
}

async function list(
  file: ClaimsFile,
  folder: string | undefined,
  flags: ClaimsFlags,
  terminal: Terminal,
): Promise<void> {
  const destination = destinationOf(flags);
  const { checked, faults, synthetic } = await check(file, folder, flags);
  if (checked.length > 0) await print(ledgerOf(checked, flags.lang, synthetic), destination, terminal);
  if (faults.length > 0) throw refuse(faults);
  const failed = checked.filter(({ verdict }) => verdict !== null && flags.failOn?.includes(verdict));
  if (failed.length > 0)
    throw new CliError(`${failed.map(({ id, verdict }) => `${id} ${verdict!}`).join(', ')}.`);
}

async function check(
  file: ClaimsFile,
  folder: string | undefined,
  {
    lang,
    statistics = [],
    policies = [],
    resources = [],
  }: Pick<ClaimsFlags, 'lang' | 'statistics' | 'policies' | 'resources'>,
): Promise<CheckedClaims & { readonly synthetic: string | null }> {
  const facts = await Facts.open({ statistics, policies });
  const directory = await Directory.open({ facts, resources });
  const against = async (
    observatory: Observatory | null,
  ): Promise<CheckedClaims & { readonly synthetic: string | null }> => {
    const checked = await checkClaims(file, claimsWorld(facts, observatory, directory), lang);
    return { ...checked, synthetic: observatory?.manifest.synthetic ?? null };
  };
  return folder === undefined ? against(null) : askObservatory(folder, against);
}

function shortened(ids: readonly string[]): string {
  return ids.length > 12 ? `${ids.slice(0, 12).join(', ')} and ${ids.length - 12} more` : ids.join(', ');
}

import { Command, Option } from 'commander';
import { render } from '../../base/index.ts';
import { Facts } from '../../facts/index.ts';
import { openAlexId, rorId } from '../../places/index.ts';
import { Directory, type Need, NEED_STATES, Needs, type NeedState } from '../../resources/index.ts';
import { asFlag } from '../as-flags.ts';
import { CliError } from '../error.ts';
import { commaList, wholeNumber } from '../flags.ts';
import { answerOf, AT_HAND } from './analysis.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { needsOf, needText } from '../../tabular/needs.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

const DEFAULT_FILE = 'needs.csv';

interface NeedFlags {
  readonly file: string;
  readonly lang: 'en' | 'zh';
  readonly note?: string;
  readonly place?: string;
  readonly with?: string[];
  readonly resources?: string[];
  readonly top?: number;
}

/** `synopolis needs add | list | shortlist | answer | withdraw`: what firms need, kept until it is answered. */
export function needsCommand(terminal: Terminal): Command {
  const command = new Command('needs').description('Needs of firms in one CSV: add, list, shortlist, answer');
  const say = (need: Need, { file, lang }: NeedFlags): void => terminal.out(needText(need, file, lang));
  common(command.command('add').argument('<text>', 'The need, in plain words'))
    .description('Add a need, with the date')
    .option('--place <place>', 'Where it is needed: a city, province, nation, definition or cluster')
    .option('--note <text>', 'Note, such as the contact')
    .action(async (text: string, flags: NeedFlags) => {
      const { place = null, note = null } = flags;
      say(await (await open(flags)).add(text, { place, note }), flags);
    });
  addOutputFlags(common(command.command('list').description('List the needs')))
    .addOption(new Option('--state <state>', 'Only needs in this state; all by default').choices(NEED_STATES))
    .action(async (flags: NeedFlags & OutputFlags & { state?: NeedState }) => {
      const destination = destinationOf(flags);
      const facts = await Facts.open();
      const { needs, problems } = await new Needs(flags.file, { facts }).read();
      const shown = needs.filter(({ state }) => flags.state === undefined || state === flags.state);
      await print(needsOf(shown, problems, facts, flags.lang), destination, terminal);
      for (const { row, problem } of problems)
        terminal.err(`${flags.file}:${row}: error: ${render(problem, flags.lang, asFlag)}\n`);
      if (problems.length > 0) {
        const rows = new Set(problems.map(({ row }) => row)).size;
        throw new CliError(
          `${flags.file} has ${rows} ${rows === 1 ? 'row' : 'rows'} that cannot be used; the others are listed.`,
        );
      }
    });
  common(command.command('shortlist').argument('<id>', 'Such as n1').argument('[dir]', AT_HAND))
    .description('Shortlist resources or institutions for a need; the best matches by default')
    .option('--with <ids>', 'Ids of resources or institutions (OpenAlex, ROR)', commaList)
    .option('--resources <csv...>', 'Resources of your own, in addition to those included')
    .option('--top <n>', 'Number of matches to shortlist', wholeNumber, 5)
    .action(async (id: string, folder: string | undefined, flags: NeedFlags) => {
      const needs = await open(flags);
      const ids =
        flags.with === undefined ? await matched(await needs.get(id), folder, flags) : await known(flags);
      say(await needs.shortlist(id, ids), flags);
    });
  withIds(command.command('answer').argument('<id>', 'Such as n1'))
    .description('Record who answered a need')
    .option('--note <text>', 'Text to append to the note')
    .action(async (id: string, flags: NeedFlags) => {
      const { note = null } = flags;
      const needs = await open(flags);
      say(await needs.answer(id, await known(flags, await needs.get(id)), { note }), flags);
    });
  common(command.command('withdraw').argument('<id>', 'Such as n1'))
    .description('Withdraw a need')
    .option('--note <text>', 'Text to append to the note')
    .action(async (id: string, flags: NeedFlags) => {
      const { note = null } = flags;
      say(await (await open(flags)).withdraw(id, { note }), flags);
    });
  return command;
}

function common(command: Command): Command {
  return command
    .option('--file <csv>', 'File of needs', DEFAULT_FILE)
    .addOption(new Option('--lang <code>', 'Language of titles').choices(['en', 'zh']).default('en'));
}

function withIds(command: Command): Command {
  return common(command)
    .requiredOption('--with <ids>', 'Ids of resources or institutions (OpenAlex, ROR)', commaList)
    .option('--resources <csv...>', 'Resources of your own, in addition to those included');
}

async function open({ file }: NeedFlags): Promise<Needs> {
  return new Needs(file, { facts: await Facts.open() });
}

/** Ids of resources there are, of institutions, or on the shortlist of a need. @throws InputError for another */
async function known({ with: ids = [], resources = [] }: NeedFlags, need?: Need): Promise<string[]> {
  const directory = await Directory.open({ resources });
  for (const id of ids)
    if (openAlexId(id) === null && rorId(id) === null && need?.shortlist.includes(id) !== true)
      directory.require(id);
  return ids;
}

/** Who answers a need best where it is asked for: resources, and institutions of an observatory. @throws CliError for none */
async function matched(
  { text, place }: Need,
  folder: string | undefined,
  { resources, top = 5 }: NeedFlags,
): Promise<string[]> {
  const { match } = await import('../../analyses/match/analysis.ts');
  const asked = { need: text, place, resources: resources ?? null, top };
  const parsed = match.params.safeParse(asked);
  if (!parsed.success) throw new CliError(`--top is from 1 to 200, not ${top}.`, 2);
  const { rows } = await answerOf(match, folder, parsed.data);
  // An institution known by name and country alone has an id with spaces, which no list can hold.
  const ids = rows.map(({ resource, institution }) => (resource ?? institution!).id);
  const listable = ids.filter((one) => !/[\s;；]/.test(one));
  if (listable.length === 0)
    throw new CliError('nothing within reach answers that need; name some with --with, or change its place.');
  return listable;
}

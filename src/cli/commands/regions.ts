import { render } from '../../base/index.ts';
import { Command } from 'commander';
import { isPartly } from '../../analyses/about/synthetic.ts';
import { askObservatory } from '../../observatory/index.ts';
import {
  checkDefinitions,
  type Definition,
  Gazetteer,
  readDefinitions,
  shippedDefinitions,
} from '../../places/index.ts';
import { CliError } from '../error.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

/** `synopolis regions list | show | check`: definitions of regions, shipped and the user's own. */
export function regionsCommand(terminal: Terminal): Command {
  const command = new Command('regions').description('Region definitions: list, show, check');
  addOutputFlags(command.command('list').description('List the included definitions, or those of a file'))
    .option('--regions <csv...>', 'Files of definitions instead of the included ones')
    .action(async (flags: OutputFlags & { regions?: string[] }) => {
      const all = await definitions(flags.regions);
      const columns = [
        { id: 'id', title: 'Id' },
        { id: 'name', title: 'Name' },
        { id: 'nameZh', title: 'Name (zh)' },
        { id: 'version', title: 'Version' },
        { id: 'policyYear', title: 'Policy' },
        { id: 'cities', title: 'Cities', digits: 0 },
        { id: 'partial', title: 'Partial', digits: 0 },
      ];
      const rows = all.map((one) => ({ ...one, cities: one.members.length, partial: partial(one) }));
      const cells = rows.map((row) => [
        row.id,
        row.name,
        row.nameZh,
        row.version,
        row.policyYear === null ? null : String(row.policyYear),
        row.cities,
        row.partial,
      ]);
      await print(
        { title: 'Regions', synthetic: null, columns, cells, json: { rows }, findings: [], about: [] },
        destinationOf(flags),
        terminal,
      );
    });
  addOutputFlags(
    command
      .command('show')
      .argument('<id>', 'Such as yrd_41')
      .description('Show the cities of a definition, with sources'),
  )
    .option('--regions <csv...>', 'Files of definitions instead of the included ones')
    .action(async (id: string, flags: OutputFlags & { regions?: string[] }) => {
      const all = await definitions(flags.regions);
      const one = all.find((definition) => definition.id === id || definition.id === `def:${id}`);
      if (one === undefined)
        throw new CliError(
          `There is no definition ${id}. There are: ${all.map((definition) => definition.id).join(', ')}.`,
        );
      const gazetteer = await Gazetteer.open();
      const columns = ['Id', 'City', 'City (zh)', 'Membership', 'Source'].map((title) => ({
        id: title.toLowerCase(),
        title,
      }));
      const cells = one.members.map(({ city, membership, source }) => {
        const place = gazetteer.city(city);
        return [city, place?.name ?? null, place?.nameZh ?? null, membership, source];
      });
      const about = [
        `${one.name}${one.nameZh === null ? '' : ` · ${one.nameZh}`}; version ${one.version ?? 'none'}; ${one.members.length} cities.`,
        ...(one.policyYear === null ? [] : [`Policy: ${one.policyYear}. ${one.policyNote ?? ''}`]),
        ...(partial(one) > 0
          ? [`Warning: members that belong in part and count whole: ${partial(one)}.`]
          : []),
        'Sources are cited as they were seen; links are not verified.',
      ];
      await print(
        { title: one.id, synthetic: null, columns, cells, json: one, findings: [], about },
        destinationOf(flags),
        terminal,
      );
    });
  command
    .command('check')
    .argument('<file>', 'CSV of definitions')
    .description('Check a file of definitions of your own')
    .option('--observatory <dir>', 'Also report cities without an institution in this observatory')
    .action(async (file: string, flags: { observatory?: string }) => {
      const gazetteer = await Gazetteer.open();
      const inhabited = await citiesWithInstitutions(flags.observatory);
      const problems = await checkDefinitions(file, gazetteer, inhabited?.cities);
      if (typeof inhabited?.synthetic === 'string')
        terminal.out(
          isPartly(inhabited.synthetic)
            ? `The observatory is ${inhabited.synthetic}.\n`
            : `The institutions are those of a ${inhabited.synthetic}.\n`,
        );
      for (const { row, level, problem } of problems)
        terminal.out(`${file}:${row}: ${level}: ${render(problem, 'en')}\n`);
      const errors = problems.filter(({ level }) => level === 'error').length;
      if (errors > 0) throw new CliError(`${file} has ${counted(errors, 'error')}.`);
      terminal.out(
        `${file} can be used${problems.length > 0 ? `, with ${counted(problems.length, 'warning')}` : ''}.\n`,
      );
    });
  return command;
}

function definitions(files: readonly string[] | undefined): Promise<Definition[]> {
  return files === undefined
    ? shippedDefinitions()
    : Gazetteer.open().then((gazetteer) => readDefinitions(files, gazetteer));
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function partial({ members }: Definition): number {
  return members.filter(({ membership }) => membership === 'partial').length;
}

/** Cities of an observatory where an institution is, and whether they are made up. */
async function citiesWithInstitutions(
  folder: string | undefined,
): Promise<{ cities: Set<string>; synthetic: string | null } | undefined> {
  if (folder === undefined) return undefined;
  return askObservatory(folder, async (observatory) => {
    const cities = await observatory.citiesWithInstitutions();
    return { cities, synthetic: observatory.manifest.synthetic };
  });
}

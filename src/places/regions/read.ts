import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { InputError, wrongRows } from '../../base/index.ts';
import { Gazetteer } from '../gazetteer.ts';
import { ROOT } from '../tables.ts';
import { checkRows } from './check.ts';
import { messages } from './messages.ts';
import { citiesOfRow, type DefinitionRow, readDefinitionRows, type WHOLE } from './row.ts';

export interface DefinitionMember {
  /** Place id. */
  readonly city: string;
  /** Partial: only a part of the city belongs, but it counts whole, with a warning. */
  readonly membership: 'full' | 'partial';
  readonly source: string;
  /** How the source was seen: direct, copy, recalled; null where the table does not say. */
  readonly sourceKind: string | null;
  readonly note: string | null;
}

/** One region: a named, versioned set of cities. */
export interface Definition {
  /** `def:yrd_41`. */
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  /** Year or name of the text that defines it; null where the table gives none. */
  readonly version: string | null;
  /** The region that several definitions draw, such as `yrd` of the Delta of 41, 27 and 26 cities; null where no other does. */
  readonly idea: string | null;
  /** Whether it stands for that region where nothing else is asked for. */
  readonly isDefault: boolean;
  /** The year a policy for the region began; null where there is none. */
  readonly policyYear: number | null;
  readonly policyNote: string | null;
  /** The sources of its members, each once, joined by `; `. */
  readonly source: string;
  /** In the order of the table. */
  readonly members: readonly DefinitionMember[];
}

/**
 * Reads definitions of regions from tables with the columns `definition, source` and, of a place, `place` (a place id,
 * or an administrative unit such as `JP.40` or `cn-p:32`, which stands for all its cities) or `city` and `country`;
 * optionally `name, name_zh, version, idea, default, city_zh, membership, policy_year, policy_note, source_kind, note`. A table may
 * hold several definitions; what speaks of a definition as a whole may stand on its first row alone.
 *
 * @throws InputError naming every row with an error, as {@link checkDefinitions} finds them; or a definition that stands
 * in two files.
 */
export async function readDefinitions(paths: readonly string[], gazetteer: Gazetteer): Promise<Definition[]> {
  const definitions = new Map<string, Definition>();
  for (const file of paths) {
    const rows = await readDefinitionRows(file);
    const errors = checkRows(rows, gazetteer).filter(({ level }) => level === 'error');
    if (errors.length > 0) throw wrongRows(errors, { file, then: messages.correctThem() });
    for (const id of new Set(rows.map(({ cells }) => cells.definition))) {
      if (definitions.has(id)) throw new InputError(messages.inTwoFiles({ definition: id }), { file });
      definitions.set(
        id,
        definition(
          id,
          rows.filter(({ cells }) => cells.definition === id),
          gazetteer,
        ),
      );
    }
  }
  const all = [...definitions.values()];
  refuseSecondDefault(all);
  return all;
}

/** @throws InputError where two definitions of one idea are each marked as its default */
function refuseSecondDefault(definitions: readonly Definition[]): void {
  const defaults = new Map<string, string>();
  for (const { id, idea, isDefault } of definitions) {
    if (!isDefault || idea === null) continue;
    const other = defaults.get(idea);
    if (other !== undefined) throw new InputError(messages.twoDefaults({ definitions: [other, id], idea }));
    defaults.set(idea, id);
  }
}

/** The definitions that the project ships in data/regions, sorted by id. */
export async function shippedDefinitions(gazetteer?: Gazetteer): Promise<Definition[]> {
  const folder = join(ROOT, 'data/regions');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  return readDefinitions(
    files.map((name) => join(folder, name)),
    gazetteer ?? (await Gazetteer.open()),
  );
}

function definition(id: string, rows: readonly DefinitionRow[], gazetteer: Gazetteer): Definition {
  const whole = (column: (typeof WHOLE)[number]): string | null =>
    rows.find(({ cells }) => cells[column] !== '')?.cells[column] ?? null;
  const policyYear = whole('policy_year');
  return {
    id: `def:${id}`,
    name: whole('name') ?? id,
    nameZh: whole('name_zh'),
    version: whole('version'),
    idea: whole('idea'),
    isDefault: whole('default') === 'yes',
    policyYear: policyYear === null ? null : Number(policyYear),
    policyNote: whole('policy_note'),
    source: [...new Set(rows.map(({ cells }) => cells.source))].join('; '),
    members: rows.flatMap((row) => members(row, gazetteer)),
  };
}

function members(row: DefinitionRow, gazetteer: Gazetteer): DefinitionMember[] {
  const found = citiesOfRow(row, gazetteer);
  const { membership, source, source_kind: sourceKind, note } = row.cells;
  if (!('cities' in found)) throw new InputError(found.problem, { line: row.line });
  return found.cities.map((city) => ({
    city,
    membership: membership === 'partial' ? 'partial' : 'full',
    source,
    sourceKind: sourceKind || null,
    note: note || null,
  }));
}

import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { append } from '../measures/extremes.ts';
import { decodeUtf8 } from '../places/csv.ts';
import { messages as fileMessages } from '../places/messages.ts';
import { InputError, type Message } from '../base/index.ts';
import type { ClaimsFile, OwnRegion } from './claim.ts';
import { claimOfNode } from './claim-of-node.ts';
import { type Fault, refuse } from './faults.ts';
import { messages } from './file-messages.ts';
import { lineAt, type Node } from './node.ts';
import { readCsvClaims } from './read-csv.ts';
import { readYaml } from './read-yaml.ts';
import { expressionFault } from './sound.ts';

/** Twenty thousand claims take about so much; what is larger is no file of claims. */
const MOST_BYTES = 16 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/**
 * Reads claims from YAML (`.yaml`, `.yml`, `.json`, which is YAML) or from a table (`.csv`).
 * @throws InputError naming everything that is wrong, each with its line and claim
 */
export async function readClaims(file: string): Promise<ClaimsFile> {
  const bytes = await bytesOf(file);
  const isTable = extname(file).toLowerCase() === '.csv';
  const faults: Fault[] = [];
  const read = isTable ? readCsvClaims(bytes, file, faults) : readYaml(decodeUtf8(bytes, file), file, faults);
  const regions = regionsOf(read.regions, file, faults);
  const lets = letsOf(read.let, file, faults);
  const claims = read.claims.flatMap((node) => claimOfNode(node, file, faults) ?? []);
  append(faults, twice(read.claims, file));
  if (read.claims.length === 0 && faults.length === 0)
    faults.push({ file, line: 1, id: null, problem: messages.noClaims() });
  if (faults.length > 0) throw refuse(faults);
  return { file, regions, let: lets, claims };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (!['.yaml', '.yml', '.json', '.csv'].includes(extname(file).toLowerCase()))
    throw new InputError(messages.notYamlOrCsv(), { file });
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES)
      throw new InputError(
        messages.tooLarge({ megabytes: Math.ceil(size / MEGABYTE), most: MOST_BYTES / MEGABYTE }),
        { file },
      );
    return await readFile(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new InputError(fileMessages.unreadable({ code }), { file });
  }
}

/** Claims that have the id of an earlier one. */
function twice(nodes: readonly Node[], file: string): Fault[] {
  const first = new Map<string, number>();
  return nodes.flatMap((node) => {
    const id = node.kind === 'fields' ? node.fields.get('id')?.node : undefined;
    if (id?.kind !== 'scalar' || id.text === null) return [];
    const before = first.get(id.text);
    if (before === undefined) {
      first.set(id.text, node.line);
      return [];
    }
    const problem = messages.idTwice({ line: before });
    return [{ file, line: lineAt(node, ['id']), id: id.text, problem }];
  });
}

function regionsOf(node: Node | null, file: string, faults: Fault[]): OwnRegion[] {
  if (node === null) return [];
  const fail = (line: number, problem: Message): [] => {
    faults.push({ file, line, id: null, problem });
    return [];
  };
  if (node.kind !== 'list') return fail(node.line, messages.regionsNotList());
  const names = new Set<string>();
  return node.items.flatMap((item) => {
    const [name, ...rest] =
      item.kind === 'scalar' ? (item.text ?? '').split('=').map((part) => part.trim()) : [''];
    const cities = rest
      .join('=')
      .split(',')
      .flatMap((city) => (city.trim() === '' ? [] : [city.trim()]));
    if (name === '' || cities.length === 0) return fail(item.line, messages.notRegion());
    if (names.has(name)) return fail(item.line, messages.regionTwice({ name }));
    names.add(name);
    return [{ name, cities, line: item.line }];
  });
}

function letsOf(node: Node | null, file: string, faults: Fault[]): Record<string, string> {
  const lets: Record<string, string> = {};
  if (node === null) return lets;
  const fail = (line: number, problem: Message): void => void faults.push({ file, line, id: null, problem });
  if (node.kind !== 'fields') {
    fail(node.line, messages.letNotFields());
    return lets;
  }
  for (const [name, { line, node: value }] of node.fields) {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) fail(line, messages.invalidName({ name }));
    else if (value.kind !== 'scalar' || value.text === null)
      fail(line, messages.nameWithoutExpression({ name }));
    else {
      lets[name] = value.text;
      for (const { problem } of expressionFault(['let', name], value.text)) fail(line, problem);
    }
  }
  return lets;
}

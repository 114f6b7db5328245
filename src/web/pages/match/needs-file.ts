import type { PlaceFound } from '../../api-client/contract.ts';
import { InputError, type Message } from '../../../base/index.ts';
import { messages as listMessages } from '../../../resources/messages.ts';
import { messages } from '../../../resources/needs/messages.ts';
import { type Need, readNeedRow } from '../../../resources/needs/row.ts';
import { readNeedsTable } from '../../../resources/needs/table.ts';
import { CLUSTERS } from '../../../resources/resource.ts';
import { calledSo, listed } from '../../parts/find-places.ts';
import { freeId, type SavedNeed, sameNeed } from './saved-needs.ts';

export interface FaultyLine {
  readonly line: number;
  readonly problem: Message;
}

export interface NeedsRead {
  readonly needs: readonly SavedNeed[];
  readonly faults: readonly FaultyLine[];
}

/** Looks places up by name, the likeliest first. */
type FindPlaces = (name: string) => Promise<readonly PlaceFound[]>;

/** What the server goes by without a look at its names: ids, and clusters as lists of resources name them. */
const isPlaceId = (text: string): boolean =>
  /^(?:cn|cn-p|gn|iso|def):\S+$/.test(text) || Object.hasOwn(CLUSTERS, text);

/** Reads a file of needs as `synopolis needs` takes it, and the same that this page writes. */
export async function readNeedsFile(text: string, find: FindPlaces): Promise<NeedsRead> {
  const { rows, faults } = rowsOf(text);
  const needs: SavedNeed[] = [];
  const seen = new Map<string, number>();
  for (const { line, ...need } of rows) {
    const before = seen.get(need.id);
    if (before !== undefined)
      faults.push({ line, problem: listMessages.idTaken({ id: need.id, file: null, line: before }) });
    seen.set(need.id, before ?? line);
    const found = await placeOf(need.place, find);
    if (typeof found === 'object' && found !== null) faults.push({ line, problem: found });
    else needs.push({ ...need, place: found });
  }
  return { needs, faults: faults.toSorted((a, b) => a.line - b.line) };
}

function rowsOf(text: string): { rows: Need[]; faults: FaultyLine[] } {
  let table: ReturnType<typeof readNeedsTable>;
  try {
    table = readNeedsTable(text, '');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { rows: [], faults: [{ line: error.line ?? 1, problem: error.detail }] };
  }
  if ('problem' in table) return { rows: [], faults: [table] };
  const { header } = table;
  const read = table.rows.map((row) => readNeedRow(header, row));
  return {
    rows: read.flatMap(({ need, faults }) => (faults.length === 0 ? need : [])),
    faults: read.flatMap(({ need: { line }, faults }) => faults.map((problem) => ({ line, problem }))),
  };
}

/** The id of a place; what is wrong with a name that is nobody's, or several places'. */
async function placeOf(text: string | null, find: FindPlaces): Promise<string | Message | null> {
  if (text === null || isPlaceId(text)) return text;
  const found = await find(text);
  const place = calledSo(found);
  return place?.id ?? messages.unknownPlace({ text, near: listed(found.slice(0, 4)) });
}

export interface BroughtIn {
  readonly needs: readonly SavedNeed[];
  /** Ids that are new here. */
  readonly added: readonly string[];
  /** Ids of those that were kept already and are now as the file has them. */
  readonly updated: readonly string[];
  /** Ids that another need has here, and what they are called instead. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** Needs of a file among those that are kept: the same need is as the file has it, others come after, and none is lost. */
export function broughtIn(kept: readonly SavedNeed[], read: readonly SavedNeed[]): BroughtIn {
  let needs = [...kept];
  const [added, updated]: string[][] = [[], []];
  const renamed: [string, string][] = [];
  for (const need of read) {
    const same = sameNeed(needs, need.text, need.place);
    if (same !== undefined) {
      needs = needs.map((one) => (one === same ? { ...need, id: same.id } : one));
      updated.push(same.id);
      continue;
    }
    const id = needs.some((one) => one.id === need.id) ? freeId([...needs, ...read]) : need.id;
    if (id !== need.id) renamed.push([need.id, id]);
    needs.push({ ...need, id });
    added.push(id);
  }
  return { needs, added, updated, renamed };
}

import { InputError } from '../base/index.ts';
import type { ClaimsFile } from './claim.ts';
import { claimOfNode } from './claim-of-node.ts';
import type { Fault } from './faults.ts';
import { messages } from './messages.ts';
import { rowNode } from './read-csv.ts';

/** What faults of a claim that stands in no file are told of. */
const FILE = 'the claim';

/**
 * One claim from its fields, named as the columns of a table of claims (docs/is-it-true.md); empty ones are left out.
 * @throws InputError naming everything that is wrong with it
 */
export function claimOfFields(
  fields: Readonly<Record<string, string>>,
  regions: readonly { readonly name: string; readonly cities: readonly string[] }[] = [],
): ClaimsFile {
  const faults: Fault[] = [];
  const claim = claimOfNode(rowNode(fields, 1), FILE, faults);
  if (claim === null) throw refuseFields(faults);
  const own = regions.map(({ name, cities }) => ({ name, cities, line: 1 }));
  return { file: FILE, regions: own, let: {}, claims: [claim] };
}

/** The error that names what is wrong with one claim, without lines, since it stands in no file. */
export function refuseFields(faults: readonly Fault[]): InputError {
  const problems = faults.map(({ problem }) => problem);
  return new InputError(problems.length === 1 ? problems[0] : messages.several({ problems }));
}

import { join } from 'node:path';
import { ROOT } from '../places/index.ts';
import type { ClaimsFile } from './claim.ts';
import { readClaims } from './read-claims.ts';

/** The claims that the project ships: those of one public account of three Chinese urban clusters. */
export function shippedClaims(): Promise<ClaimsFile> {
  return readClaims(join(ROOT, 'data/claims.yaml'));
}

import { basename } from 'node:path';
import type { Resource } from './resource.ts';

/** A resource as it is handed on: which list it is of, and not where that lies on this machine. */
export type CitedResource = Omit<Resource, 'file' | 'line' | 'shipped'> & {
  /** Name and line of the user’s list; null of the shipped one. */
  readonly list: { readonly file: string; readonly line: number } | null;
};

export function cited({ file, line, shipped, ...resource }: Resource): CitedResource {
  return { ...resource, list: shipped ? null : { file: basename(file), line } };
}

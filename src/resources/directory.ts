import { InputError } from '../base/index.ts';
import { join } from 'node:path';
import { Facts } from '../facts/index.ts';
import { append } from '../measures/extremes.ts';
import { type Gazetteer, ROOT } from '../places/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import { readKinds, type ResourceKind } from './kind.ts';
import { messages } from './messages.ts';
import { readResources } from './read-resources.ts';
import type { Resource } from './resource.ts';

export interface DirectoryOptions {
  /** CSV lists of the user’s own, read besides the shipped one. */
  readonly resources?: readonly string[];
  /** Names and definitions of places; the shipped ones where left out. */
  readonly facts?: Facts;
}

/** Who has what: the resources that ship, and those of the user’s lists. An id is given once, over all of them. */
export class Directory {
  private readonly byId: ReadonlyMap<string, Resource>;

  private constructor(
    readonly facts: Facts,
    readonly kinds: ReadonlyMap<string, ResourceKind>,
    /** The shipped ones first, in the order of their lists. */
    readonly resources: readonly Resource[],
  ) {
    this.byId = new Map(resources.map((one) => [one.id, one]));
  }

  /** @throws InputError where a list cannot be used, naming its rows; an id that another list has is one */
  static async open(options: DirectoryOptions = {}): Promise<Directory> {
    const [facts, kinds] = await Promise.all([options.facts ?? Facts.open(), readKinds()]);
    const { gazetteer } = facts;
    const shipped = await readResources(SHIPPED, { kinds, gazetteer });
    const resources = shipped.map((one) => ({ ...one, shipped: true }));
    for (const file of options.resources ?? [])
      append(resources, await readResources(file, { kinds, gazetteer, resources }));
    return new Directory(facts, kinds, resources);
  }

  /** The resource of an id; null where there is none. */
  get(id: string): Resource | null {
    return this.byId.get(id) ?? null;
  }

  /** The resource of an id. @throws InputError where there is none, with the nearest ids */
  require(id: string): Resource {
    const found = this.get(id);
    if (found !== null) return found;
    const near = nearMisses(id, this.byId.keys(), 3).map(({ key }) => key);
    throw new InputError(messages.unknownResource({ id, near }));
  }

  /** With this, a directory is what a list of one’s own is held against (`checkResources`). */
  get gazetteer(): Gazetteer {
    return this.facts.gazetteer;
  }
}

const SHIPPED = join(ROOT, 'data/resources.csv');

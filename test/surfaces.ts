import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { program } from '../src/cli/program.ts';
import { openApi } from '../src/http/openapi/document.ts';
import type { Form } from '../src/analyses/form/index.ts';
import type { Parameter } from '../src/analyses/parameters/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The command of a question as people get it; undefined where there is none. */
export async function commandOf(id: string): Promise<Command | undefined> {
  return (await program()).commands.find((command) => command.name() === id);
}

/** Names of what a question's route takes, by the document of the interface; null where it describes no such route. */
export function routeOf(id: string): string[] | null {
  const { paths } = openApi() as unknown as {
    readonly paths: Readonly<
      Record<string, { readonly get: { readonly parameters: readonly { readonly name: string }[] } }>
    >;
  };
  const path = `/api/analyses/${id}`;
  return Object.hasOwn(paths, path) ? paths[path].get.parameters.map(({ name }) => name) : null;
}

interface Pages {
  readonly pageOf: (
    analysis: unknown,
    parameters: readonly Parameter[],
    form: Form,
    name: string,
    shared: ReadonlySet<string>,
  ) => string;
  readonly listOf: (analyses: readonly unknown[], shared: ReadonlySet<string>) => string;
  readonly sharedRows: (
    analyses: readonly { readonly parameters: readonly Parameter[]; readonly form: Form }[],
  ) => ReadonlySet<string>;
  readonly formatted: (page: string, text: string) => Promise<string>;
}

/** What makes the pages of questions. */
export async function pages(): Promise<Pages> {
  const [analysis, page] = (await Promise.all(
    ['analysis-page.mjs', 'docs-page.mjs'].map((tool) => import(join(root, 'tools', tool))),
  )) as [Omit<Pages, 'formatted'>, Pick<Pages, 'formatted'>];
  const { pageOf, listOf, sharedRows } = analysis;
  return { pageOf, listOf, sharedRows, formatted: page.formatted };
}

/** A page as it stands; empty where there is none. */
export function pageThere(page: string): string {
  try {
    return readFileSync(join(root, page), 'utf8');
  } catch {
    return '';
  }
}

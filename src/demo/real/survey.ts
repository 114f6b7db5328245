import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** What files of works name: what is fetched next, and which journals are there. */
export interface Survey {
  /** OpenAlex ids of institutions, such as `I45129253`, in order, so that the same works give the same request. */
  readonly institutions: readonly string[];
  /** ISSNs of the journals that the works appeared in. */
  readonly issns: ReadonlySet<string>;
}

interface NamedInWork {
  readonly primary_location?: {
    readonly source?: { readonly issn_l?: string | null; readonly issn?: readonly string[] | null } | null;
  } | null;
  readonly authorships?: readonly {
    readonly institutions?: readonly { readonly id?: string | null }[];
    readonly affiliations?: readonly { readonly institution_ids?: readonly string[] }[];
  }[];
}

/** Reads gzip files of works, one JSON record a line, as `fetch` writes them. */
export async function surveyWorks(files: readonly string[]): Promise<Survey> {
  const institutions = new Set<number>();
  const issns = new Set<string>();
  for (const file of files) {
    const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
    for await (const line of lines) {
      const { primary_location: location, authorships = [] } = JSON.parse(line) as NamedInWork;
      for (const issn of [location?.source?.issn_l, ...(location?.source?.issn ?? [])])
        if (typeof issn === 'string') issns.add(issn);
      for (const { institutions: named = [], affiliations = [] } of authorships)
        for (const id of [
          ...named.map((one) => one.id),
          ...affiliations.flatMap((one) => one.institution_ids ?? []),
        ]) {
          // `I-1` stood for institutions that OpenAlex did not know.
          const number = /\/I([0-9]+)$/.exec(id ?? '')?.[1];
          if (number !== undefined) institutions.add(Number(number));
        }
    }
  }
  return { institutions: [...institutions].sort((a, b) => a - b).map((id) => `I${id}`), issns };
}

import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { ParameterError } from '../../analyses/parameters/index.ts';
import { type LocationRule, VERSION } from '../../observatory/index.ts';
import { locatedByOf, OBSERVATORY, readQuery, textsOf } from '../parameters.ts';
import type { Source } from '../source.ts';
import type { AskedObservatory } from '../work/observatories.ts';
import { isOurs, type Question, TroubleError } from '../work/question.ts';
import type { Env, World } from '../world.ts';
import { respondJob } from '../jobs/respond.ts';
import { clientOf } from '../guards/client.ts';
import { endingOf } from './ending.ts';
import { TABLE_FORMATS } from './formats.ts';
import { messages } from './messages.ts';
import { parameterProblem, ProblemError, troubleProblem } from './problem.ts';
import { notModified, requestedLanguage, respond } from './respond.ts';

/** Answers a request for a source: what is known is sent at once, what takes long becomes a job. */
export function handle(world: World, source: Source): (c: Context<Env>) => Promise<Response> {
  return async (c) => {
    c.set('route', source.path);
    const url = new URL(c.req.url);
    const inPath = source.inPath === undefined ? {} : { [source.inPath]: c.req.param('id') ?? '' };
    const texts = textsOf(url, inPath);
    const language = requestedLanguage(c);
    const given = { texts, inPath: source.inPath ?? null, language };
    const format = formatOf(source, url.pathname);
    const answered = async (): Promise<Response> => {
      const locatedBy = locatedByOf(texts);
      const asked = url.searchParams.getAll(OBSERVATORY).at(-1) ?? null;
      const opened = await world.observatories.current(asked, locatedBy);
      const { parameters, language, parts, raw } = readQuery(source, texts);
      if (parts !== null && format !== 'json')
        throw new ParameterError('parts', messages.partsOfFile({ format }));
      if (raw && format !== 'csv') throw new ParameterError('raw', messages.rawOfFile({ format }));
      const question = { source: source.id, parameters, language, format, parts, raw };
      const key = keyOf(opened, question);
      const etag = `W/"${key}"`;
      const same = notModified(c, { etag });
      if (same !== null) {
        c.set('by', 'same');
        return same;
      }
      c.set('by', opened.answers.has(key) ? 'kept' : 'asked');
      const answer = await opened.answers.get(key, question, {
        asked: `${url.pathname}${url.search}`,
        client: clientOf(c),
        signal: c.req.raw.signal,
      });
      if (!('body' in answer)) {
        c.set('by', 'job');
        return respondJob(c, world, answer, 202);
      }
      return await respond(c, answer, {
        etag,
        name: fileName(source, format, {
          observatory: world.observatories.ids.length > 1 ? opened.id : null,
          locatedBy,
        }),
      });
    };
    try {
      return await againWhereReplaced(answered);
    } catch (error) {
      if (error instanceof ParameterError) throw new ProblemError(parameterProblem(error));
      if (!(error instanceof TroubleError)) throw error;
      const { trouble } = error;
      if (isOurs(trouble)) world.log.error({ request: c.get('id'), route: source.path, trouble }, 'trouble');
      throw new ProblemError(troubleProblem(trouble, given));
    }
  };
}

/** Times that a question is asked again where builds take the observatory's place. */
const AGAIN = 5;

/** An answer is of one build: where another took its place meanwhile, that one is asked. */
async function againWhereReplaced<T>(ask: () => Promise<T>): Promise<T> {
  for (let again = 0; ; again++) {
    try {
      return await ask();
    } catch (error) {
      const replaced = error instanceof TroubleError && error.trouble.kind === 'replaced';
      if (!replaced || again === AGAIN) throw error;
    }
  }
}

/** @throws ProblemError for a format that the source has not */
function formatOf(source: Source, pathname: string): string {
  const ending = endingOf(pathname);
  const formats = [...Object.keys(TABLE_FORMATS), ...Object.keys(source.own ?? {})];
  if (ending === null) return 'json';
  if (formats.includes(ending)) return ending;
  throw new ProblemError({
    kind: 'format',
    detail: messages.unknownFormat({ path: source.path, formats: formats.map((one) => `.${one}`) }),
    allowed: formats,
  });
}

/** The same for the same question, however it was written, of one build of one observatory and one version. */
function keyOf(
  { id, hash, locatedBy }: AskedObservatory,
  { source, parameters, language, format, parts, raw }: Question,
): string {
  const asked = JSON.stringify([
    VERSION,
    id,
    hash,
    locatedBy,
    source,
    Object.entries(parameters).sort(byName),
    language,
    format,
    parts,
    raw,
  ]);
  return createHash('sha256').update(asked).digest('base64url');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Files are saved, JSON is shown. @param of which observatory it is of, where the server has several, and which rule was asked for */
function fileName(
  { id, own }: Source,
  format: string,
  of: { readonly observatory: string | null; readonly locatedBy: LocationRule | null },
): string | null {
  if (format === 'json') return null;
  const stem = [
    ...(of.observatory === null ? [] : [of.observatory]),
    id.replace(/[^a-z0-9-]+/g, '-'),
    ...(of.locatedBy === null ? [] : [`by-${of.locatedBy}`]),
  ];
  return `${stem.join('-')}.${own?.[format]?.extension ?? format}`;
}

import type { Hono } from 'hono';
import { requestedLanguage, respondJson } from '../answers/respond.ts';
import type { Env, World } from '../world.ts';
import { REAL_DEMONSTRATION } from '../real-demonstration/route.ts';
import { describeObservatory } from '../../analyses/scope/describe.ts';

/** Where the observatories of a server are listed. */
export const OBSERVATORIES = '/api/observatories';

/** `/api/observatories`: which there are, the one that is meant where none is named first. */
export function observatoriesRoute(app: Hono<Env>, { observatories, demonstration }: World): void {
  app.get(OBSERVATORIES, (c) => {
    c.set('route', OBSERVATORIES);
    const language = requestedLanguage(c);
    const rows = observatories
      .manifests()
      .filter(([id, manifest]) => manifest !== null || !observatories.isExpected(id))
      .map(([id, manifest]) => describeObservatory(id, manifest, language));
    return respondJson(c, 200, {
      default: observatories.first,
      rows,
      demonstration: demonstration === undefined ? null : REAL_DEMONSTRATION,
    });
  });
}

import type { Source } from '../src/http/source.ts';
import { ANALYSES } from '../src/analyses/index.ts';

/** What is asked at each path of a source that is no analysis. */
const ASKED: Readonly<Record<string, string | undefined>> = {
  '/api/analyses': '',
  '/api/places': 'q=bei&top=5',
  '/api/places/{id}': 'def:gba_9_2',
  '/api/definitions': '',
  '/api/fields': 'level=domain,field',
  '/api/sectors': '',
  '/api/claims': '',
  '/api/claims/{id}': 'C08',
  '/api/claims/check':
    'text=Beijing+is+large&figure=stat(population,cn:1100,2020)&operator=above&value=20&unit=million+persons',
  '/api/statistics': '',
  '/api/statistics/{metric}': 'gdp_nominal?place=cn:1100&years=2020',
  '/api/resources': 'kind=science-park',
  '/api/resources/counts': 'by=kind',
  '/api/resources/{id}': 'csns',
  '/api/manifest': '',
};

/**
 * A path and query that a source answers: an analysis by the example of its declaration, with few draws; undefined where a
 * source is new and nobody has said what to ask.
 * @param ending such as `.csv`
 */
export function askedOf({ id, path }: Source, ending = ''): string | undefined {
  const analysis = ANALYSES.find((one) => one.id === id);
  if (analysis !== undefined) {
    const query = new URLSearchParams();
    const example: Readonly<Record<string, unknown>> = analysis.example ?? {};
    for (const [name, value] of Object.entries(example))
      query.set(name, typeof value === 'string' ? value : (value as readonly string[]).join(','));
    if ('draws' in analysis.params.shape) query.set('draws', '200');
    return `${path}${ending}?${query.toString()}`;
  }
  const asked = ASKED[path];
  if (asked === undefined) return undefined;
  const [inside, query = ''] = path.includes('{') ? asked.split('?') : ['', asked];
  return `${path.replace(/\{\w+\}/, inside)}${ending}?${query}`;
}

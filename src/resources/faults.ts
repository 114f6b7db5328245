import { render } from '../base/index.ts';
import { namesStoreNumber } from '../facts/index.ts';
import { type Gazetteer, kilometres } from '../places/index.ts';
import type { Cells } from './columns.ts';
import { type ResourceKind, unknownKind } from './kind.ts';
import { CLUSTERS, RECALLABLE, RESOURCE_STATUSES, SOURCE_STATUSES } from './resource.ts';
import { splitList } from './split-list.ts';

/** The fault, without a full stop, and the remedy, one sentence. */
export interface Fault {
  readonly what: string;
  readonly todo: string;
}

/** Coordinates that lie farther than this from the city of the row are of another place, or turned round. */
export const FAR_FROM_CITY_KM = 400;

/** What is wrong with a row by itself. */
export function faultsOf(
  cells: Cells,
  kinds: ReadonlyMap<string, ResourceKind>,
  gazetteer: Gazetteer,
): Fault[] {
  return [
    ...identity(cells, kinds),
    ...among('status', cells.status, RESOURCE_STATUSES),
    ...among('source_status', cells.source_status, SOURCE_STATUSES),
    ...among('source_kind', cells.source_kind, ['direct', 'copy']),
    ...among('region', cells.region, Object.keys(CLUSTERS)),
    ...splitList(cells.recalled).flatMap((one) => among('recalled', one, RECALLABLE)),
    ...(cells.opened === '' || yearOf(cells.opened) !== null
      ? []
      : [
          {
            what: `“${cells.opened}” is no year`,
            todo: 'Write four digits, such as 2021, or leave it empty.',
          },
        ]),
    ...(cells.url === '' || isAddress(cells.url)
      ? []
      : [
          {
            what: `url “${cells.url}” is no address`,
            todo: 'Write an http:// or https:// address, or leave it empty.',
          },
        ]),
    ...sourceFaults(cells),
    ...whereFaults(cells, gazetteer),
  ];
}

function identity({ id, name_en, name_zh, kind }: Cells, kinds: ReadonlyMap<string, ResourceKind>): Fault[] {
  const faults: Fault[] = [];
  if (id === '')
    faults.push({ what: 'it has no id', todo: 'Give it one of its own, such as amc-dg-terminal.' });
  else if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
    faults.push({ what: `“${id}” is no id`, todo: 'Use letters, digits, dots, hyphens and underscores.' });
  if (name_en === '' && name_zh === '')
    faults.push({ what: 'it has no name', todo: 'Fill name_en or name_zh.' });
  if (!kinds.has(kind)) faults.push(unknownKind(kind, kinds));
  return faults;
}

function among(column: string, text: string, allowed: readonly string[]): Fault[] {
  return text === '' || allowed.includes(text)
    ? []
    : [{ what: `${column} is “${text}”`, todo: `Use one of ${allowed.join(', ')}, or leave it empty.` }];
}

/** A source is cited as it was seen, in words. Links are not verified, and a dead one would take the citation with it. */
function sourceFaults({ source, source_status }: Cells): Fault[] {
  if (source === '')
    return source_status === 'recalled'
      ? []
      : [{ what: 'it has no source', todo: 'Say where it was read, or write recalled under source_status.' }];
  if (/\]\s*\(|<\s*a\b|=\s*hyperlink\s*\(/i.test(source))
    return [
      {
        what: 'its source is shown as a link',
        todo: 'Cite it as text: publisher, title, date. The resource’s own address belongs under url.',
      },
    ];
  if (namesStoreNumber(source))
    return [
      {
        what: 'its source names a number that a reader cannot look up',
        todo: 'Cite what was read: author or publisher, title, date.',
      },
    ];
  return /^\S+$/.test(source) && /^(?:https?:\/\/|www\.)/i.test(source)
    ? [
        {
          what: 'its source is nothing but a link',
          todo: 'Say who published it, under which title and when; an address may stand behind that.',
        },
      ]
    : [];
}

function whereFaults({ place, lat, lon, coord_precision }: Cells, gazetteer: Gazetteer): Fault[] {
  const faults = among('coord_precision', coord_precision, ['site', 'city']);
  const resolution = place === '' ? null : gazetteer.resolve(place);
  if (resolution?.place === null) {
    const [, what, todo] = /^(.*?)\. (.*)$/.exec(render(resolution.problem, 'en'))!;
    faults.push({ what, todo });
  }
  if (lat === '' && lon === '') return faults;
  const point = pointOf(lat, lon);
  if (point === null)
    return [
      ...faults,
      {
        what: `“${lat}, ${lon}” are no coordinates`,
        todo: 'Write degrees with a point: lat from -90 to 90, lon from -180 to 180, both or neither.',
      },
    ];
  const city = resolution?.place ?? null;
  if (city?.latitude == null || city.longitude === null) return faults;
  const km = kilometres(point.lat, point.lon, city.latitude, city.longitude);
  if (km > FAR_FROM_CITY_KM)
    faults.push({
      what: `its coordinates lie ${Math.round(km).toLocaleString('en')} km from ${city.name} (${city.id})`,
      todo: 'Check that lat and lon are not turned round, and the place.',
    });
  return faults;
}

export function pointOf(lat: string, lon: string): { lat: number; lon: number } | null {
  const degrees = /^[-+]?\d+(?:\.\d+)?$/;
  if (!degrees.test(lat) || !degrees.test(lon)) return null;
  const point = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : null;
}

export function yearOf(text: string): number | null {
  return /^(?:1\d|20|21)\d\d$/.test(text) ? Number(text) : null;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text);
}

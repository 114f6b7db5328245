import type { Message } from '../base/index.ts';
import { namesStoreNumber } from '../facts/index.ts';
import { type Gazetteer, kilometres } from '../places/index.ts';
import type { Cells } from './columns.ts';
import { type ResourceKind, unknownKind } from './kind.ts';
import { messages } from './messages.ts';
import { CLUSTERS, RECALLABLE, RESOURCE_STATUSES, SOURCE_STATUSES } from './resource.ts';
import { splitList } from './split-list.ts';

/** Coordinates that lie farther than this from the city of the row are of another place, or turned round. */
const FAR_FROM_CITY_KM = 400;

/** What is wrong with a row by itself. */
export function faultsOf(
  cells: Cells,
  kinds: ReadonlyMap<string, ResourceKind>,
  gazetteer: Gazetteer,
): Message[] {
  return [
    ...identity(cells, kinds),
    ...among('status', cells.status, RESOURCE_STATUSES),
    ...among('source_status', cells.source_status, SOURCE_STATUSES),
    ...among('source_kind', cells.source_kind, ['direct', 'copy']),
    ...among('region', cells.region, Object.keys(CLUSTERS)),
    ...splitList(cells.recalled).flatMap((one) => among('recalled', one, RECALLABLE)),
    ...(cells.opened === '' || yearOf(cells.opened) !== null
      ? []
      : [messages.invalidYear({ text: cells.opened })]),
    ...(cells.url === '' || isAddress(cells.url) ? [] : [messages.invalidAddress({ url: cells.url })]),
    ...sourceFaults(cells),
    ...whereFaults(cells, gazetteer),
  ];
}

function identity(
  { id, name_en, name_zh, kind }: Cells,
  kinds: ReadonlyMap<string, ResourceKind>,
): Message[] {
  const faults: Message[] = [];
  if (id === '') faults.push(messages.noId({ example: 'amc-dg-terminal' }));
  else if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)) faults.push(messages.invalidId({ id }));
  if (name_en === '' && name_zh === '') faults.push(messages.noName());
  if (!kinds.has(kind)) faults.push(unknownKind(kind, kinds));
  return faults;
}

function among(column: string, text: string, allowed: readonly string[]): Message[] {
  return text === '' || allowed.includes(text) ? [] : [messages.notAllowed({ column, text, allowed })];
}

/** A source is cited as it was seen, in words. Links are not verified, and a dead one would take the citation with it. */
function sourceFaults({ source, source_status }: Cells): Message[] {
  if (source === '') return source_status === 'recalled' ? [] : [messages.noSource()];
  if (/\]\s*\(|<\s*a\b|=\s*hyperlink\s*\(/i.test(source)) return [messages.sourceIsLinked()];
  if (namesStoreNumber(source)) return [messages.sourceIsNumber()];
  return /^\S+$/.test(source) && /^(?:https?:\/\/|www\.)/i.test(source) ? [messages.sourceIsAddress()] : [];
}

function whereFaults({ place, lat, lon, coord_precision }: Cells, gazetteer: Gazetteer): Message[] {
  const faults = among('coord_precision', coord_precision, ['site', 'city']);
  const resolution = place === '' ? null : gazetteer.resolve(place);
  if (resolution?.place === null) faults.push(resolution.problem);
  if (lat === '' && lon === '') return faults;
  const point = pointOf(lat, lon);
  if (point === null) return [...faults, messages.invalidCoordinates({ lat, lon })];
  const city = resolution?.place ?? null;
  if (city?.latitude == null || city.longitude === null) return faults;
  const km = kilometres(point.lat, point.lon, city.latitude, city.longitude);
  if (km > FAR_FROM_CITY_KM)
    faults.push(
      messages.farFromCity({
        kilometres: Math.round(km),
        city: { id: city.id, name: city.name, nameZh: city.nameZh },
      }),
    );
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

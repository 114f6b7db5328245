import type { Fields, Json } from './fields.ts';
import { type InstitutionRecord, rorId } from './record.ts';

/** Whether a JSON object is a ROR record of either schema. */
export function isRor(record: Json): boolean {
  return rorId(record.id) !== null && (Array.isArray(record.names) || typeof record.name === 'string');
}

/** Reads a ROR record of schema v1 (`name`, `addresses`) or v2 (`names`, `locations`). Null when it has no name. */
export function readRor(record: Json, fields: Fields): InstitutionRecord | null {
  const names = Array.isArray(record.names) ? namesV2(record, fields) : namesV1(record, fields);
  if (names === null) return null;
  const related = fields.objects(record, 'relationships');
  const ids = (type: string): string[] =>
    related.flatMap((relation) =>
      typeof relation.type === 'string' && relation.type.toLowerCase() === type
        ? (rorId(relation.id) ?? [])
        : [],
    );
  return {
    source: 'ror',
    ror: rorId(record.id),
    openalex: null,
    ...names,
    ...(Array.isArray(record.locations) ? placeV2(record, fields) : placeV1(record, fields)),
    types: fields.texts(record, 'types').map((type) => type.toLowerCase()),
    city: null,
    parents: ids('parent'),
    lineage: [],
    successors: ids('successor'),
    withdrawn: record.status === 'withdrawn',
    changed: fields.text(fields.object(fields.object(record, 'admin'), 'last_modified'), 'date'),
    synthetic: fields.text(record, 'synthetic'),
  };
}

type Names = Pick<InstitutionRecord, 'name' | 'aliases'>;
type Where = Pick<
  InstitutionRecord,
  'country' | 'geonamesId' | 'cityName' | 'subdivision' | 'latitude' | 'longitude' | 'locations'
>;

function namesV2(record: Json, fields: Fields): Names | null {
  let display: string | null = null;
  const aliases: string[] = [];
  for (const entry of fields.objects(record, 'names')) {
    const value = fields.text(entry, 'value');
    const types = fields.texts(entry, 'types');
    if (value === null) continue;
    if (types.includes('ror_display')) display = value;
    else if (!types.includes('acronym') && (types.includes('label') || types.includes('alias')))
      aliases.push(value);
  }
  if (display !== null) return { name: display, aliases };
  return aliases.length === 0 ? null : { name: aliases[0], aliases: aliases.slice(1) };
}

function namesV1(record: Json, fields: Fields): Names | null {
  const name = fields.text(record, 'name');
  const labels = fields.objects(record, 'labels').flatMap((label) => fields.text(label, 'label') ?? []);
  return name === null ? null : { name, aliases: [...fields.texts(record, 'aliases'), ...labels] };
}

function placeV2(record: Json, fields: Fields): Where {
  const locations = fields.objects(record, 'locations');
  const first = locations[0] ?? {};
  const details = fields.object(first, 'geonames_details');
  return {
    country: countryCode(fields.text(details, 'country_code')),
    geonamesId: fields.id(first, 'geonames_id'),
    cityName: fields.text(details, 'name'),
    subdivision: fields.text(details, 'country_subdivision_name'),
    latitude: fields.number(details, 'lat'),
    longitude: fields.number(details, 'lng'),
    locations: locations.length,
  };
}

function placeV1(record: Json, fields: Fields): Where {
  const addresses = fields.objects(record, 'addresses');
  const first = addresses[0] ?? {};
  const city = fields.object(first, 'geonames_city');
  return {
    country: countryCode(fields.text(fields.object(record, 'country'), 'country_code')),
    geonamesId: fields.id(city, 'id'),
    cityName: fields.text(city, 'city') ?? fields.text(first, 'city'),
    subdivision: fields.text(fields.object(city, 'geonames_admin1'), 'name') ?? fields.text(first, 'state'),
    latitude: fields.number(first, 'lat'),
    longitude: fields.number(first, 'lng'),
    locations: addresses.length,
  };
}

/** ISO codes in capitals; null for anything else. */
export function countryCode(value: string | null): string | null {
  return value !== null && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null;
}

import type { Fields, Json } from './fields.ts';
import { type InstitutionRecord, openAlexId, rorId } from './record.ts';
import { countryCode } from './ror.ts';

/** Whether a JSON object is an OpenAlex institution. */
export function isOpenAlexInstitution(record: Json): boolean {
  return openAlexId(record.id) !== null;
}

/** Reads an institution of OpenAlex, of the snapshot or the API. Null when it has no name. */
export function readOpenAlex(record: Json, fields: Fields): InstitutionRecord | null {
  const id = openAlexId(record.id);
  const name = fields.text(record, 'display_name');
  if (id === null || name === null) return null;
  const geo = fields.object(record, 'geo');
  const translated = fields.object(fields.object(record, 'international'), 'display_name');
  const hasPlace = geo.geonames_city_id !== undefined || geo.city !== undefined || geo.latitude !== undefined;
  const type = fields.text(record, 'type');
  return {
    source: 'openalex',
    ror: rorId(record.ror),
    openalex: id,
    name,
    aliases: [
      ...fields.texts(record, 'display_name_alternatives'),
      ...Object.values(translated).filter(
        (value): value is string => typeof value === 'string' && value !== '',
      ),
    ],
    types: type === null ? [] : [type.toLowerCase()],
    country: countryCode(fields.text(record, 'country_code') ?? fields.text(geo, 'country_code')),
    geonamesId: fields.id(geo, 'geonames_city_id'),
    cityName: fields.text(geo, 'city'),
    subdivision: fields.text(geo, 'region'),
    latitude: fields.number(geo, 'latitude'),
    longitude: fields.number(geo, 'longitude'),
    city: null,
    parents: [],
    lineage: fields.texts(record, 'lineage').flatMap((other) => {
      const ancestor = openAlexId(other);
      return ancestor === null || ancestor === id ? [] : [ancestor];
    }),
    successors: [],
    withdrawn: false,
    locations: hasPlace ? 1 : 0,
    changed: fields.text(record, 'updated_date'),
    synthetic: fields.text(record, 'synthetic'),
  };
}

import { sql } from '../../engine/sql.ts';
import type { Table } from './table.ts';

export const places: Table = {
  name: 'places',
  description:
    'Cities with an institution, provinces, nations, and the region definitions of this observatory.',
  key: ['place'],
  columns: {
    place: ['VARCHAR', 'place id: cn:3205, gn:2643743, cn-p:32, iso:CN, def:yrd_41'],
    kind: ['VARCHAR', 'city, province, nation or region'],
    name: ['VARCHAR', 'English name'],
    name_zh: ['VARCHAR', 'Chinese name where known'],
    country: ['VARCHAR', 'ISO 3166 code; null for a region across countries'],
    province: ['VARCHAR', 'place id of the province, in China'],
    nation: ['VARCHAR', 'place id of the nation'],
    admin_code: ['VARCHAR', 'official code where there is one'],
    geonames_id: ['BIGINT', 'GeoNames id where known'],
    latitude: ['DOUBLE', 'degrees'],
    longitude: ['DOUBLE', 'degrees'],
    version: ['VARCHAR', 'version of a definition'],
    idea: ['VARCHAR', 'region that several definitions draw, where they say so'],
    is_default: ['BOOLEAN', 'whether a definition stands for that region where nothing else is asked for'],
    policy_year: ['INTEGER', 'year of a region’s policy'],
    policy_note: ['VARCHAR', 'what that policy was'],
    source: ['VARCHAR', 'where the definition comes from'],
  },
  sql: sql`SELECT * FROM known_places`,
};

export const regionCities: Table = {
  name: 'region_cities',
  description: 'Which cities a definition is made of. Partial members count whole, with a warning.',
  key: ['region', 'city'],
  columns: {
    region: ['VARCHAR', 'place id of the definition'],
    city: ['VARCHAR', 'place id of the city'],
    membership: ['VARCHAR', 'full or partial'],
    source: ['VARCHAR', 'where the membership comes from'],
  },
  sql: sql`SELECT region, city, membership, source FROM known_region_cities`,
};

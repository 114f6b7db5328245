import type { Sensitivity, SensitivityRow } from '../../../analyses/sensitivity/question.ts';
import type { Change } from '../../state/location.ts';

/** A page of the application, and what it is asked with. */
export interface View {
  readonly to: string;
  readonly with: Change;
}

/** The view that shows what a row says, asked with the row's choices; null where no page can be asked so. */
export function viewOf(
  { tested, place }: Pick<Sensitivity, 'tested' | 'place'>,
  row: Pick<SensitivityRow, 'setting' | 'headline' | 'name'>,
): View | null {
  const { place: id, by, counting, coaffiliation, capped, years } = row.setting;
  if (coaffiliation === false || capped === true) return null;
  const isCity = place.kind === 'city';
  // A region of the reader's own is known by its name, and has no page but those about regions.
  const isOwn = id.startsWith('adhoc:');
  const change = {
    ...(by === null ? {} : { by: by === 'share' ? null : by }),
    ...(counting === null ? {} : { counting: counting === 'full' ? null : counting }),
    ...(years === null ? {} : { years: `${years.from}-${years.to}` }),
  };
  if (tested === 'links' && !isCity) {
    const region = isOwn ? { of: row.name } : place.kind === 'region' ? { definition: id } : { of: id };
    return {
      to: row.headline === 'first pair' ? '/network' : '/coordination',
      with: { ...change, ...region },
    };
  }
  // The partners of a place are in full counting.
  if (tested === 'links' && counting !== 'full') return null;
  if (tested === 'ranking' && isCity) return { to: '/', with: { ...change, places: id, definition: null } };
  if (isOwn)
    return { to: tested === 'ranking' ? '/regions' : '/coordination', with: { ...change, of: row.name } };
  return { to: `/place/${id}`, with: change };
}

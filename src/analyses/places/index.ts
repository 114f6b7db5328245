export { type PlaceDetail, placeOfId } from './place.ts';
export { type FoundPlace, PlaceSearch } from './search.ts';

export { type PlaceDetail, placeOfId } from './place.ts';
export {
  FITS,
  type Fit,
  type FoundPlace,
  type PlacesAsked,
  PlaceSearch,
  type SearchedPlace,
} from './search.ts';

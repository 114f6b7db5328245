/** Reads which city an address names: `synopolis/places` of the package. */
import { readBuilt } from '../built.ts';
import { AddressReader } from './read-address.ts';
import { Dictionary } from './dictionary.ts';

export { type AddressHints, AddressReader } from './read-address.ts';
export type { AddressReading, How, NoCity } from './reading.ts';

let dictionary: Dictionary | undefined;

/** A reader of addresses over the names that ship with the package. @throws InputError when the project has not been built */
export function openAddressReader(): AddressReader {
  dictionary ??= new Dictionary(readBuilt('addresses.columns'));
  return new AddressReader(dictionary);
}

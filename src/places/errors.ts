export { InputError } from '../measures/input-error.ts';

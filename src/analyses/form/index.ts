export { type Form, formOf } from './form.ts';

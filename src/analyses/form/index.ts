export { type Form, type FormKind, formOf, type FormParameter } from './form.ts';

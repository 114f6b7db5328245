export { fetchRor, ROR_RELEASES } from './fetch.ts';

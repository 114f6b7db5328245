export { fetchRor } from './fetch.ts';

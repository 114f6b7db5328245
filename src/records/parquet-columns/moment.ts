import type { Kind } from './schema.ts';

const DAY = 86_400_000;

/** A number of days, milliseconds or microseconds since 1970 as the records write it: a day, or a moment with six digits of the second, UTC. */
export function moment(number: number, kind: Kind): string {
  if (kind === 'days') return new Date(number * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const micros = kind === 'microseconds' ? number : number * 1000;
  const millis = Math.floor(micros / 1000);
  return `${new Date(millis).toISOString().slice(0, -1)}${String(micros - millis * 1000).padStart(3, '0')}`;
}

import type { About } from '../../analyses/index.ts';

/** What a result means, as the lines that stand under every table and in every export. */
export function aboutLines(about: About): string[] {
  const { years, field, sector, interval, locatedShare, observatory } = about;
  const filters = [
    years === null ? 'all years' : years.from === years.to ? String(years.from) : `${years.from}–${years.to}`,
    field === null ? 'all fields' : `${field.level} ${field.name}`,
    ...(sector === null ? [] : [`sector ${sector.join(' and ')}`]),
    about.types === null ? 'all work types' : about.types.join(', '),
  ];
  const located =
    locatedShare === null
      ? 'no works'
      : `${about.works.toLocaleString('en')} works, ${(locatedShare * 100).toFixed(1)} % of Share located`;
  return [
    ...syntheticLine(about.synthetic),
    observatory === null ? `${about.counting}.` : `${about.counting}; ${filters.join('; ')}; ${located}.`,
    ...(interval === null
      ? []
      : [
          `Intervals: ${(interval.level * 100).toFixed(0)} %, ${interval.method}${interval.draws === null ? '' : `, ${interval.draws} draws, seed ${interval.seed ?? 0}`}.`,
        ]),
    ...(about.definitions.length === 0
      ? []
      : [
          `Definitions: ${about.definitions.map(({ id, version, cities }) => `${id} (${version ?? 'no version'}, ${cities} ${cities === 1 ? 'city' : 'cities'})`).join('; ')}.`,
        ]),
    ...about.warnings.map((warning) => `Warning: ${warning}.`),
    ...about.notes.map((note) => `Note: ${note}.`),
    observatory === null
      ? 'No observatory was open.'
      : `Observatory${observatory.title === null ? '' : ` “${observatory.title}”`} built ${observatory.built.slice(0, 10)} by Synopolis ${observatory.version}.`,
  ];
}

/** What stands on everything that rests on works that are not real. */
export function syntheticLine(synthetic: string | null): string[] {
  return synthetic === null ? [] : [`These works are a ${synthetic}: they show the software, not the world.`];
}

import type { Effect } from '../../analyses/effect/question.ts';
import { effectHeadline } from '../../analyses/effect/say.ts';
import type { Figure, WithNotes } from '../figure.ts';
import type { Language } from '../../base/index.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';
import { drawEvent } from './event-drawing.ts';
import { changeCells, changeColumns, pooledOf, WORDS } from './words.ts';

/** The event study: joint works inside against those of the same cities with others, year by year around the policy. */
export function eventStudy(answer: Effect & WithNotes, language: Language): Figure {
  const columns = COLUMNS[language];
  const points = answer.rows.filter(({ section }) => section === 'event');
  const drawn = points.filter(({ since, change }) => since !== null && change !== null);
  return {
    name: 'event-study',
    title: effectHeadline(answer)[language],
    subtitle: WORDS[language].event.subtitle,
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: columns.years },
        { title: WORDS[language].columns.since, digits: 0 },
        ...changeColumns(language),
        { title: columns.note },
      ],
      rows: points.map((row) => [
        row.what[language],
        row.since,
        ...changeCells(row),
        row.reason?.[language] ?? null,
      ]),
    },
    ...(drawn.length === 0 ? { empty: points.at(0)?.reason?.[language] ?? reasonOf(answer, language) } : {}),
    draw: (space) => drawEvent(answer, drawn, space, language),
  };
}

/** Why there is no estimate. The analysis tells how its command is given a year; a figure has no command. */
export function reasonOf(answer: Effect, language: Language): string {
  if (answer.policy === null) return COMMON[language].noYear;
  return pooledOf(answer)?.reason?.[language] ?? WORDS[language].event.nothing;
}

/** What the drawing's signs mean, for the line under its title. */
export function eventKey({ policy }: Effect, language: Language): string {
  const left =
    policy === null
      ? []
      : Array.from({ length: policy.from - policy.year }, (_, i) => String(policy.year + i));
  return WORDS[language].event.key(left);
}

import { type Bilingual, InputError } from '../base/index.ts';
import { type Facts, figure, type Figure, type FigureQuestion } from '../facts/index.ts';
import { type Definition } from '../places/index.ts';
import type { Expression } from './ast.ts';
import type { ComputedClaim, OwnRegion } from './claim.ts';
import { parseExpression } from './expression.ts';
import { messages as fileMessages } from './file-messages.ts';
import { messages } from './messages.ts';
import type { Value } from './value.ts';
import type { Answer, Question, World } from './world.ts';

/** A region of the claims file, with its cities as ids. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly cities: readonly string[];
}

/** What a run over a claims file knows, and remembers: a figure is looked up and a question asked once. */
export class Run {
  readonly #figures = new Map<string, Figure>();
  readonly #answers = new Map<string, Promise<Answer>>();
  readonly #expressions = new Map<string, Expression>();
  /** Figures of claims that others refer to, by id and vintage. */
  readonly figuresOfClaims = new Map<string, Value>();

  constructor(
    readonly world: World,
    readonly language: 'en' | 'zh',
    readonly lets: Readonly<Record<string, string>>,
    readonly claims: ReadonlyMap<string, ComputedClaim>,
    readonly regions: ReadonlyMap<string, Region>,
  ) {}

  get facts(): Facts {
    return this.world.facts;
  }

  name(id: string): string {
    const region = this.regions.get(id);
    return region?.name ?? this.facts.name(id, this.language);
  }

  /** {@link name} in both languages. */
  names(id: string): Bilingual {
    const region = this.regions.get(id);
    return region === undefined ? this.facts.names(id) : { en: region.name, zh: region.name };
  }

  figure(question: FigureQuestion): Figure {
    const { metric, place, year, to = year, vintage = '' } = question;
    const key = `${metric}\t${place}\t${year}\t${to}\t${vintage}`;
    let found = this.#figures.get(key);
    if (found === undefined) {
      found = figure(this.facts, question);
      this.#figures.set(key, found);
    }
    return found;
  }

  ask(question: Question): Promise<Answer> {
    const key = JSON.stringify(question);
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.world.ask(question);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  expression(text: string): Expression {
    let parsed = this.#expressions.get(text);
    if (parsed === undefined) {
      parsed = parseExpression(text);
      this.#expressions.set(text, parsed);
    }
    return parsed;
  }
}

/** Regions of a claims file with their cities as ids. @throws InputError for a city that is unknown, ambiguous or twice */
export function resolveRegions(
  regions: readonly OwnRegion[],
  facts: Facts,
  file: string,
): Map<string, Region> {
  return new Map(
    regions.map(({ name, cities, line }) => {
      const ids = cities.map((city) => {
        const resolution = facts.gazetteer.resolve(city);
        if (resolution.place !== null) return resolution.place.id;
        throw new InputError(messages.inRegion({ region: name, problem: resolution.problem }), {
          file,
          line,
        });
      });
      const twice = ids.find((id, i) => ids.indexOf(id) !== i);
      if (twice !== undefined)
        throw new InputError(
          messages.inRegion({
            region: name,
            problem: fileMessages.cityTwice({
              city: { name: facts.name(twice), nameZh: facts.name(twice, 'zh') },
            }),
          }),
          { file, line },
        );
      const id = `adhoc:${name}`;
      return [id, { id, name, cities: ids }];
    }),
  );
}

/** Regions of a claims file as definitions, so that figures can be asked of them. */
export function ownDefinitions(regions: ReadonlyMap<string, Region>): Definition[] {
  const source = 'the claims file';
  return [...regions.values()].map(({ id, name, cities }) => ({
    id,
    name,
    nameZh: null,
    version: null,
    idea: null,
    isDefault: false,
    policyYear: null,
    policyNote: null,
    source,
    members: cities.map((city) => ({ city, membership: 'full', source, sourceKind: null, note: null })),
  }));
}

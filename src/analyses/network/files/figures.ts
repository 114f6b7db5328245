import { aboutLines } from '../../about/lines.ts';
import { syntheticTitle } from '../../about/synthetic.ts';
import { inBoth, type Language, nameIn, render } from '../../../base/index.ts';
import { findingsOf } from '../findings.ts';
import type { Network, NetworkLink, NetworkRow } from '../question.ts';

/** A figure of a city or a link as a file of a network has it, under one name in every format. */
export interface Figure<T> {
  readonly id: string;
  readonly type: 'string' | 'double' | 'integer' | 'boolean';
  /** Undefined figures are left out of a file. */
  value(of: T): string | number | boolean | null;
}

const figure = <T>(
  id: string,
  type: Figure<T>['type'],
  value: (of: T) => string | number | boolean | null,
): Figure<T> => ({ id, type, value });

/** What is told of a city beside its id and label. */
export const CITY_FIGURES: readonly Figure<NetworkRow>[] = [
  figure('name', 'string', ({ place }) => place.name),
  figure('nameZh', 'string', ({ place }) => place.nameZh),
  figure('country', 'string', ({ place }) => place.country),
  figure('latitude', 'double', ({ latitude }) => latitude),
  figure('longitude', 'double', ({ longitude }) => longitude),
  figure('share', 'double', ({ share }) => share),
  figure('strength', 'double', ({ strength }) => strength),
  figure('strengthLow', 'double', ({ strengthInterval }) => strengthInterval?.[0] ?? null),
  figure('strengthHigh', 'double', ({ strengthInterval }) => strengthInterval?.[1] ?? null),
  figure('degree', 'integer', ({ degree }) => degree),
  figure('betweenness', 'double', ({ betweenness }) => betweenness),
  figure('closeness', 'double', ({ closeness }) => closeness),
  figure('eigenvector', 'double', ({ eigenvector }) => eigenvector),
  figure('pageRank', 'double', ({ pageRank }) => pageRank),
  figure('core', 'integer', ({ core }) => core),
  figure('clustering', 'double', ({ clustering }) => clustering),
  figure('constraint', 'double', ({ constraint }) => constraint),
  figure('community', 'integer', ({ community }) => community),
  figure('stability', 'double', ({ stability }) => stability),
];

/** What is told of a link beside its ends and weight. */
export const LINK_FIGURES: readonly Figure<NetworkLink>[] = [
  figure('works', 'integer', ({ works }) => works),
  figure('expected', 'double', ({ expected }) => expected),
  figure('ratio', 'double', ({ ratio }) => ratio),
  figure('ratioLow', 'double', ({ ratioInterval }) => ratioInterval?.[0] ?? null),
  figure('ratioHigh', 'double', ({ ratioInterval }) => ratioInterval?.[1] ?? null),
  figure('fewWorks', 'boolean', ({ fewWorks }) => fewWorks),
];

/** The defined figures of a city or a link, in order. */
export function defined<T>(
  figures: readonly Figure<T>[],
  of: T,
): readonly (readonly [id: string, value: string | number | boolean])[] {
  return figures.flatMap((one) => {
    const value = one.value(of);
    return value === null ? [] : [[one.id, value] as const];
  });
}

const TITLE = inBoth({
  en: (name: string | null) => (name === null ? 'Network' : `Network: ${name}`),
  zh: (name) => (name === null ? '合作网络' : `合作网络：${name}`),
});

export function titleOf({ place, about }: Network, language: Language): string {
  const title = TITLE[language](place === null ? null : nameIn(place, language));
  return syntheticTitle(title, about.synthetic, language);
}

/** Findings and what the figures mean, as every table says it. */
export function wordsOf(network: Network, language: Language): string[] {
  return [
    ...findingsOf(network).map((finding) => render(finding, language)),
    ...aboutLines(network.about, language),
  ];
}

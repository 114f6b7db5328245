import { type Language, type Message, render } from '../../base/index.ts';
import { isPartly } from '../about/synthetic.ts';
import { LOCATION_RULES, type LocationRule, type Manifest } from '../../observatory/index.ts';
import { greatest, least } from '../../measures/extremes.ts';
import { scope } from './messages.ts';

/** A sentence with the code that programs go by. */
interface Said {
  readonly code: string;
  readonly text: string;
}

/** An observatory as the server lists it. All but `id` and `available` is of its manifest. */
export interface ObservatoryRow {
  readonly id: string;
  /** Whether its folder holds one now; what is not known of it is null then. */
  readonly available: boolean;
  readonly title: string;
  readonly kind: 'real' | 'synthetic' | 'partly-synthetic' | null;
  /** Days between which the records were taken from their source. */
  readonly vintage: { readonly from: string | null; readonly to: string | null };
  readonly licence: string | null;
  readonly built: string | null;
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly works: number | null;
  /** Where its authorships can be counted, the rule that holds by default first. */
  readonly locatedBy: readonly LocationRule[];
  readonly can: readonly Said[];
  readonly cannot: readonly Said[];
}

/** @param manifest null where the folder holds no observatory now */
export function describeObservatory(
  id: string,
  manifest: Manifest | null,
  language: Language,
): ObservatoryRow {
  if (manifest === null)
    return {
      ...{ id, available: false, title: id, kind: null, vintage: { from: null, to: null } },
      ...{ licence: null, built: null, years: null, works: null, locatedBy: [], can: [], cannot: [] },
    };
  const years = yearsOf(manifest);
  const said = (message: Message): Said => ({ code: message.code, text: render(message, language) });
  return {
    id,
    available: true,
    title: manifest.title ?? id,
    kind: kindOf(manifest),
    vintage: vintageOf(manifest),
    licence: manifest.licence ?? null,
    built: manifest.built,
    years,
    works: manifest.records.kept,
    locatedBy: rulesOf(manifest),
    can: canSay(manifest, years).map(said),
    cannot: cannotSay(manifest).map(said),
  };
}

function kindOf({ synthetic }: Manifest): 'real' | 'synthetic' | 'partly-synthetic' {
  if (synthetic === null) return 'real';
  return isPartly(synthetic) ? 'partly-synthetic' : 'synthetic';
}

function yearsOf({ located }: Manifest): ObservatoryRow['years'] {
  const years = located.byYear.filter(({ works }) => works > 0).map(({ year }) => year);
  return years.length === 0 ? null : { from: least(years), to: greatest(years) };
}

/** The first day and the last of all files; null where a file does not tell. */
function vintageOf({ works }: Manifest): ObservatoryRow['vintage'] {
  // Manifests of before there were vintages have none.
  const all = works.map(({ vintage }) => vintage as typeof vintage | undefined);
  const from = all.map((one) => one?.from ?? null);
  const to = all.map((one) => one?.to ?? null);
  const isTold = (days: readonly (string | null)[]): days is readonly string[] =>
    days.length > 0 && !days.includes(null);
  return {
    from: isTold(from) ? from.toSorted()[0] : null,
    to: isTold(to) ? (to.toSorted().at(-1) ?? null) : null,
  };
}

function canSay({ records, tables }: Manifest, years: ObservatoryRow['years']): Message[] {
  return [
    ...(years === null ? [] : [scope.output({ works: records.kept, ...years })]),
    ...(tables.city_links > 0 ? [scope.links()] : []),
  ];
}

function cannotSay(manifest: Manifest): Message[] {
  const { filters, located, tables, damaged } = manifest;
  const kind = kindOf(manifest);
  const journals = filters.sources?.length ?? 0;
  const unlocated = located.share === null ? 0 : 1 - located.share;
  return [
    ...(kind === 'synthetic' ? [scope.madeUp()] : []),
    ...(kind === 'partly-synthetic' ? [scope.partlyMadeUp()] : []),
    ...(kind !== 'synthetic' && journals > 0 ? [scope.journals({ journals })] : []),
    ...(kind !== 'synthetic' && journals === 0 ? [scope.recordsDecide()] : []),
    ...(unlocated >= 0.0005 ? [scope.unlocated({ part: unlocated })] : []),
    ...(tables.city_links === 0 ? [scope.noLinks()] : []),
    ...(damaged.length > 0 ? [scope.damaged({ files: damaged.length })] : []),
    scope.citations(),
  ];
}

function rulesOf({ addresses, locatedBy = 'institution' }: Manifest): readonly LocationRule[] {
  if (addresses === undefined) return ['institution'];
  return [locatedBy, ...LOCATION_RULES.filter((rule) => rule !== locatedBy)];
}

import type { Message } from '../../base/index.ts';
import { messages } from './messages.ts';
import type { Network, NetworkRow } from './question.ts';

/** So many cities, communities and members are named in a sentence. */
const NAMED = 3;
const COMMUNITIES_NAMED = 6;
/** Below this adjusted Rand index with what resampled works give, there is no one division to speak of. */
const HARDLY_AGREES = 0.5;

/** What the network says in sentences: how dense, who is strong, who is in the middle, which communities. */
export function findingsOf({ place, whole, rows, communities }: Network): Message[] {
  const counts = { place, cities: whole.cities, links: whole.links };
  if (whole.density === null || whole.links === 0) return [messages.counts(counts)];
  const byId = new Map(rows.map((row) => [row.place.id, row]));
  const middle = rows
    .filter(({ betweenness }) => (betweenness ?? 0) > 0)
    .sort((p, q) => q.betweenness! - p.betweenness!);
  return [
    messages.strongest({ ...counts, density: whole.density, strongest: names(rows), middle: names(middle) }),
    messages.divided({
      communities: communities.slice(0, COMMUNITIES_NAMED).map(({ number, size, stability, members }) => ({
        ...{ number, size, stability },
        members: names(members.slice(0, NAMED).map((id) => byId.get(id)!)),
      })),
      others: Math.max(0, communities.length - COMMUNITIES_NAMED),
      modularity: whole.modularity!,
      agreement: whole.agreement,
      loose: whole.agreement !== null && whole.agreement < HARDLY_AGREES,
    }),
  ];
}

const names = (rows: readonly NetworkRow[]) =>
  rows.slice(0, NAMED).map(({ place: { name, nameZh } }) => ({ name, nameZh }));

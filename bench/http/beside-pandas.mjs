// The ranking asked of ours and of a plain service in Python, in turn, so that what else the machine does hits both.
import { median } from '../measure.mjs';
import { answered, failuresText, load, percentile } from './load.mjs';
import { unasked } from './questions.mjs';

/** Questions whose answers are compared, place by place. */
const COMPARED = 25;
/** Shares are sums of whole numbers, in one order or another. */
const SAME = 1e-9;

const theirs = ({ from, to, field }) =>
  `/ranking?${new URLSearchParams({ first: from, last: to, ...(field === null ? {} : { field }) })}`;

/** A sentence on how far the first twenty of both are the same; throws where they are not. */
export async function compareAnswers(ours, peer, next) {
  let places = 0;
  for (let n = 0; n < COMPARED; n++) {
    const question = next();
    const [own, other] = await Promise.all([json(ours + question.path), json(peer + theirs(question))]);
    const shares = new Map(own.rows.map(({ place, share, rank }) => [place.id, { share, rank }]));
    for (const { id, share, rank } of other.rows) {
      const of = shares.get(id);
      // A place that is tied with the twentieth may be shown by one and not by the other.
      if (of === undefined && rank === own.rows[19]?.rank) continue;
      if (of === undefined || Math.abs(of.share - share) > SAME || of.rank !== rank)
        throw new Error(
          `${question.path}: ${id} has ${JSON.stringify(of)}, in pandas ${share}, rank ${rank}`,
        );
      places += 1;
    }
    if (own.ranked !== other.ranked)
      throw new Error(`${question.path}: ${own.ranked}, ${other.ranked} ranked`);
  }
  return `${COMPARED} rankings are the same in both: Shares and ranks of ${places} places, and how many are ranked`;
}

/** Rows of a table: both under the same load, rounds in turn, cold and repeated. */
export async function besidePandas(ours, peer, asked, { connections, seconds, rounds, seed }) {
  // Each is asked the same questions, which are new to it.
  const asking = () => {
    const cold = unasked('ranking', asked, seed + 1);
    return () => {
      for (;;) {
        const question = cold();
        if (question.ranked === 'cities' && question.by === 'share') return question;
      }
    };
  };
  const [next, nextOfPeer] = [asking(), asking()];
  const agreement = await compareAnswers(ours, peer, next);
  const repeated = next();
  const runs = {
    'asked again': [() => repeated.path, () => theirs(repeated)],
    cold: [() => next().path, () => theirs(nextOfPeer())],
  };
  const rows = [];
  for (const [title, paths] of Object.entries(runs)) {
    const measured = [[], []];
    for (let round = 0; round < rounds; round++)
      for (const [side, address] of [ours, peer].entries())
        measured[side].push(await load(address, paths[side], { connections, seconds }));
    const of = (side, figure) => median(measured[side].map(figure));
    const figures = {
      p50: ({ latencies }) => percentile(latencies, 50),
      p95: ({ latencies }) => percentile(latencies, 95),
      'answers/s': ({ perSecond }) => perSecond,
    };
    for (const [name, figure] of Object.entries(figures)) {
      const [own, other] = [of(0, figure), of(1, figure)];
      const ratio = name === 'answers/s' ? own / other : other / own;
      rows.push([`${title}, ${name}`, own.toFixed(1), other.toFixed(1), ratio.toFixed(2)]);
    }
    rows.push([
      `${title}, failed`,
      ...measured.map((side) => failuresText(side.flatMap(({ failures }) => failures))),
      '',
    ]);
  }
  return { agreement, rows };
}

async function json(url) {
  return JSON.parse(await answered(url));
}

import { greatest } from '../../measures/extremes.ts';
import { type Fusion, fuse } from '../../measures/index.ts';
import { highest } from '../match/highest.ts';
import { Growing } from '../match/growing.ts';
import { InvertedIndex } from '../match/inverted-index.ts';
import type { Need } from '../match/need.ts';
import { type Explanation, type FoundNotion, WordRanker } from '../match/ranker.ts';
import { pieces, pieceWords, plainText } from '../match/words.ts';
import type { Corpus } from './corpus.ts';
import { keywordsOf } from './keywords.ts';

export interface ExpertiseOptions {
  /** Years after which a work counts half; the newest year of the corpus counts whole. */
  readonly halfLife?: number;
  /** α: 0 the sum of what was found (giants win), 1 its part in all that an institution does. */
  readonly size?: number;
  /** How the votes of works are added. */
  readonly fusion?: Fusion;
}

export const EXPERTISE: Required<ExpertiseOptions> = Object.freeze({
  halfLife: 8,
  size: 0.5,
  fusion: 'comb-sum',
});

/** So many of the best works vote. */
const VOTERS = 1000;
/** What the names of a topic weigh, and beside them the words that set its titles apart. */
const TOPIC_TEXTS = { names: { weight: 1, b: 0.4 }, keywords: { weight: 0.5, b: 0 } } as const;
/** A topic that answers counts so much beside a title that does. */
const TOPIC = 0.3;
/** A name that answers counts so much beside works that do. */
const NAME = 0.25;
/** A name that holds less of the need says nothing. */
const NAMED = 0.3;
/** κ: works added to an institution's size, so that one work is no specialisation. */
const FEW = 1;

/** A work that speaks for an institution. */
export interface Proof {
  /** Place in the corpus. */
  readonly work: number;
  readonly score: number;
  readonly share: number;
}

/** Votes of works for institutions, one of each an entry. */
interface Votes {
  readonly voters: readonly number[];
  readonly candidates: Uint32Array;
  readonly ranks: Uint32Array;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  readonly shares: Float32Array;
}

export interface Experts {
  /** One score an institution, the best 1 times what the best work holds of the need; 0 where nothing speaks for it. */
  readonly scores: Float64Array;
  /** Institutions whose works, their topics or names hold a head term of the need. */
  readonly heads: ReadonlySet<number>;
  /** The works that speak for it, those with a head term of the need first, then the most telling. */
  readonly proofs: (institution: number) => Proof[];
  /** What of the need its best work, its topics or its name hold. */
  readonly explain: (institution: number) => Explanation;
}

/**
 * Who demonstrably works on what is needed. The works whose titles and topics answer best vote for the institutions
 * behind them, with their Share in the work and by its age:
 *
 *     E_i = V_i / (S_i + κ)^α,   V_i = Σ_w s_w · share_wi · 2^(−age_w/h),   S_i = Σ_all works share_wi · 2^(−age_w/h)
 *
 * Share divides a work among its authors, so that a work of 3,000 authors makes no 3,000 experts; (S + κ)^α with κ = 1
 * keeps those who write most about everything from winning everything. A name that answers adds a quarter of what it holds.
 * A topic is known by its names and, for half, by the words that set its titles apart (`keywordsOf`); what of the need is
 * held goes by titles and names alone.
 *
 * Source: the votes are Macdonald & Ounis 2006, CIKM, doi:10.1145/1183614.1183671 (`fuse`); the division by size is ours.
 */
export class Expertise {
  private readonly titles: WordRanker;
  /** Topics by their names, and by these and their keywords. */
  private readonly topicNames: WordRanker;
  private readonly topics: WordRanker;
  /** The words that set the titles of each topic apart. */
  private readonly keywords: readonly (readonly string[])[];
  private readonly names: WordRanker;
  /** Works of each topic: number worksOf[topicStarts[t]] and on. */
  private readonly topicStarts: Uint32Array;
  private readonly worksOf: Uint32Array;
  /** 2^(−age/h) of every work, and S of every institution. */
  private readonly recency: Float64Array;
  readonly sizes: Float64Array;
  readonly options: Required<ExpertiseOptions>;

  constructor(
    readonly corpus: Corpus,
    options: ExpertiseOptions = {},
  ) {
    this.options = { ...EXPERTISE, ...options };
    const { works, topics, institutions, topicOf, titleOf, years } = corpus;
    const plain = { text: { weight: 1, b: 0.4 } };
    const index = (size: number, text: (at: number) => string): WordRanker =>
      new WordRanker(InvertedIndex.build(size, plain, text));
    this.titles = index(works.length, titleOf);
    this.topicNames = index(topics.length, (topic) => topics[topic].text);
    const keywords = keywordsOf(this.titles.index, topicOf, topics.length);
    // Works without a topic have nothing in common.
    this.keywords = keywords.map((words, topic) => (topics[topic].id === 0 ? [] : words));
    this.topics = new WordRanker(
      InvertedIndex.build(topics.length, TOPIC_TEXTS, (topic, of) =>
        of === 'names' ? topics[topic].text : this.keywords[topic].join(' '),
      ),
    );
    this.names = index(institutions.length, (one) => institutions[one].name);
    const newest = years.reduce((latest, year) => Math.max(latest, year), -Infinity);
    this.recency = Float64Array.from(years, (year) => 2 ** ((year - newest) / this.options.halfLife));
    this.sizes = new Float64Array(institutions.length);
    this.eachPart((work, institution, share) => {
      this.sizes[institution] += share * this.recency[work];
    });
    const starts = new Uint32Array(topics.length + 1);
    for (const topic of topicOf) starts[topic + 1]++;
    for (let topic = 0; topic < topics.length; topic++) starts[topic + 1] += starts[topic];
    this.topicStarts = starts.slice();
    this.worksOf = new Uint32Array(works.length);
    for (const [work, topic] of topicOf.entries()) this.worksOf[starts[topic]++] = work;
  }

  /** What it takes, in numbers. */
  get extent(): { readonly words: number; readonly postings: number; readonly bytes: number } {
    const parts = [this.titles, this.topicNames, this.topics, this.names].map(({ index }) => index.extent);
    const sum = (of: (part: (typeof parts)[number]) => number): number =>
      parts.reduce((all, part) => all + of(part), 0);
    return {
      words: sum((one) => one.words),
      postings: sum((one) => one.postings),
      bytes: sum((one) => one.bytes),
    };
  }

  rank(need: Need): Experts {
    const { corpus } = this;
    const workScores = this.scoreWorks(need);
    const voters = highest(workScores, VOTERS);
    const votes = this.votesOf(voters, workScores);
    const sums = fuse({ ...votes, size: corpus.institutions.length }, this.options.fusion);
    const scores = sums.map((sum, i) => sum / (this.sizes[i] + FEW) ** this.options.size);
    const top = scores.reduce((most, score) => Math.max(most, score), 0);
    const nameScores = this.names.score(need);
    const mostName = this.names.most(need);
    const whole = this.titles.most(need);
    const best = voters.length === 0 ? 0 : Math.min(1, workScores[voters[0]] / whole);
    for (let i = 0; i < scores.length; i++) {
      const works = top === 0 ? 0 : (best * scores[i]) / top;
      const named = nameScores[i] / mostName;
      scores[i] = works + (named < NAMED ? 0 : NAME * Math.min(1, named));
    }
    const headWorks = this.headWorks(need, voters);
    const heads = new Set<number>();
    for (const [v, work] of votes.voters.entries()) if (headWorks.has(work)) heads.add(votes.candidates[v]);
    for (let i = 0; i < scores.length; i++)
      if (nameScores[i] > 0 && this.names.holdsHead(need, i)) heads.add(i);
    const isHead = ({ work }: Proof): number => (headWorks.has(work) ? 1 : 0);
    const proofs = (institution: number): Proof[] =>
      votes.voters
        .flatMap((work, v) =>
          votes.candidates[v] === institution
            ? [{ work, score: workScores[work], share: votes.shares[v] }]
            : [],
        )
        .sort((a, b) => isHead(b) - isHead(a) || b.score * b.share - a.score * a.share || a.work - b.work);
    return {
      scores,
      heads,
      proofs,
      explain: (institution) => this.explain(need, institution, proofs(institution)),
    };
  }

  /** Of the works that vote, those with a head term of the need in their title or topic. */
  private headWorks(need: Need, voters: readonly number[]): Set<number> {
    return new Set(
      voters.filter(
        (work) =>
          this.titles.holdsHead(need, work) || this.topicNames.holdsHead(need, this.corpus.topicOf[work]),
      ),
    );
  }

  /** The words of a need that set the titles of a topic apart, as the first of these titles has them. */
  keywordsIn(need: Need, topic: number): string[] {
    const own = new Set(this.keywords[topic]);
    const asked = this.topics.explain(need, topic).words.filter((word) => own.has(word));
    return asked.map((word) => {
      for (let at = this.topicStarts[topic]; at < this.topicStarts[topic + 1]; at++) {
        const written = pieces(plainText(this.corpus.titleOf(this.worksOf[at]))).find(
          (piece) => !piece.han && pieceWords(piece).includes(word),
        );
        if (written !== undefined) return written.text;
      }
      // Chinese words are as they are written.
      return word;
    });
  }

  /** How well each work answers: its title, and, for less, its topic. */
  private scoreWorks(need: Need): Float64Array {
    const scores = this.titles.score(need);
    const topics = this.topics.score(need);
    const [mostTitle, mostTopic] = [this.titles.most(need), this.topics.most(need)];
    for (const [topic, score] of topics.entries()) {
      if (score === 0) continue;
      const extra = (TOPIC * mostTitle * score) / mostTopic;
      for (let at = this.topicStarts[topic]; at < this.topicStarts[topic + 1]; at++)
        scores[this.worksOf[at]] += extra;
    }
    return scores;
  }

  private votesOf(works: readonly number[], workScores: Float64Array): Votes {
    const { starts, partOf, shares } = this.corpus;
    const voters: number[] = [];
    const [candidates, ranks] = [new Growing(Uint32Array), new Growing(Uint32Array)];
    const [scores, weights] = [new Growing(Float64Array), new Growing(Float64Array)];
    const own = new Growing(Float32Array);
    for (const [rank, work] of works.entries())
      for (let part = starts[work]; part < starts[work + 1]; part++) {
        voters.push(work);
        candidates.push(partOf[part]);
        ranks.push(rank + 1);
        scores.push(workScores[work]);
        weights.push(shares[part] * this.recency[work]);
        own.push(shares[part]);
      }
    return {
      voters,
      candidates: candidates.values,
      ranks: ranks.values,
      scores: scores.values,
      weights: weights.values,
      shares: own.values,
    };
  }

  private explain(need: Need, institution: number, proofs: readonly Proof[]): Explanation {
    const seen = [
      this.names.explain(need, institution),
      ...proofs
        .slice(0, 3)
        .flatMap(({ work }) => [
          this.titles.explain(need, work),
          this.topicNames.explain(need, this.corpus.topicOf[work]),
        ]),
    ];
    // Of each notion the best that was seen of it: whole, and in the need's own words.
    const found = new Map<string, FoundNotion>();
    for (const one of seen.flatMap((part) => part.found)) {
      const before = found.get(one.label);
      if (before === undefined || rankOf(one) > rankOf(before)) found.set(one.label, one);
    }
    return {
      found: need.notions.flatMap(({ label }) => found.get(label) ?? []),
      missing: need.notions.map(({ label }) => label).filter((label) => !found.has(label)),
      head: seen.some((one) => one.head),
      words: [...new Set(seen.flatMap((one) => one.words))],
      coverage: greatest(seen.map((one) => one.coverage)),
    };
  }

  private eachPart(visit: (work: number, institution: number, share: number) => void): void {
    const { works, starts, partOf, shares } = this.corpus;
    for (let work = 0; work < works.length; work++)
      for (let part = starts[work]; part < starts[work + 1]; part++) visit(work, partOf[part], shares[part]);
  }
}

const rankOf = ({ partly, wording }: FoundNotion): number => (partly ? 0 : 2) + (wording === null ? 1 : 0);

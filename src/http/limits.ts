/** What one server does at most; all times in milliseconds. */
export interface Limits {
  /** Questions in work at once, each in a process of its own. */
  readonly workers: number;
  /** Long questions that go on beside them once they have become jobs. */
  readonly jobs: number;
  /** Observatories open at once, each with processes of its own; of more, the one longest unasked is closed. */
  readonly observatories: number;
  /** Questions that may wait for one; beyond, 429 for who has most of them. */
  readonly waiting: number;
  /** After so long at work a question is answered with a job; and after so long in the queue. */
  readonly jobAfter: number;
  readonly jobAfterWaiting: number;
  /** A job that nobody has asked about is ended after this; one that somebody did, so long after the last time. */
  readonly jobUnasked: number;
  readonly jobUnaskedAgain: number;
  /** After this a question is given up, and what runs for it ended. */
  readonly timeout: number;
  /** How long a finished job can be fetched, and how many are kept. */
  readonly jobKept: number;
  readonly jobsKept: number;
  /** Bytes of answers kept in memory. */
  readonly kept: number;
  /** Characters of a path with its query. */
  readonly url: number;
  readonly rows: number;
  /** Requests a minute from one address, where a token is asked for; null: as many as come. */
  readonly rate: number | null;
  /** How long requests may finish when the server stops. */
  readonly grace: number;
}

export const LIMITS: Limits = {
  workers: 2,
  jobs: 2,
  observatories: 3,
  waiting: 64,
  jobAfter: 2_000,
  jobAfterWaiting: 10_000,
  jobUnasked: 15_000,
  // A page in a window that is not looked at asks once a minute.
  jobUnaskedAgain: 90_000,
  timeout: 300_000,
  jobKept: 900_000,
  jobsKept: 64,
  kept: 128 * 2 ** 20,
  url: 8_000,
  rows: 100_000,
  rate: null,
  grace: 5_000,
};

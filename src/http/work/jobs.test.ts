import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';

/** Many seconds of drawing: nothing that a test waits for. */
const HEAVY = '/api/analyses/ranking?draws=100000&top=5000&of=cities,regions,provinces,nations';
const heavy = (seed: number): string => `${HEAVY}&seed=${seed}`;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly result: string | null;
  readonly before: number;
  readonly progress: { readonly what: string; readonly done: number; readonly of: number } | null;
  readonly problem: { readonly status: number } | null;
}

const LIMITS = { workers: 1, jobs: 1, waiting: 1, jobAfter: 300, jobAfterWaiting: 300 };

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld({ ...LIMITS, timeout: 60_000 });
});
afterAll(async () => {
  await served.close();
});

/** Between two questions: without it nothing else of this process would ever be heard. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const told = async (path: string): Promise<Job> => (await served.json(path)).body;
const ended = async (id: string, seen: Job[] = [], by = served): Promise<Job> => {
  for (;;) {
    const job: Job = (await by.json(`/api/jobs/${id}`)).body;
    seen.push(job);
    if (job.state !== 'running' && job.state !== 'waiting') return job;
    await pause(20);
  }
};
let asked = 0;
/** A short question that nobody has asked before, as soon as it is answered: nothing runs any more then. */
const idle = async (): Promise<void> => {
  asked += 1;
  for (;;) {
    const response = await served.get(`/api/analyses/coverage?by=reason&top=${100 + asked}`);
    if (response.status === 200) return;
    if (response.status === 202) await ended(((await response.json()) as Job).id);
    await pause(20);
  }
};
const cancel = async (id: string): Promise<number> =>
  (await served.app.request(`/api/jobs/${id}`, { method: 'DELETE' })).status;

describe('a question that takes long', () => {
  it('becomes a job, which others who ask the same are given too, and which can be ended', async () => {
    const response = await served.get(heavy(1));
    expect([response.status, response.headers.get('retry-after')]).toEqual([202, '1']);
    const job = (await response.json()) as Job;
    expect(response.headers.get('location')).toBe(`/api/jobs/${job.id}`);
    expect(['running', 'waiting']).toContain(job.state);
    expect((await told(heavy(1))).id).toBe(job.id);
    expect((await served.get(`/api/jobs/${job.id}/result`)).status).toBe(202);
    // Another question runs beside it.
    expect((await served.get('/api/statistics')).status).toBeLessThan(203);
    expect(await cancel(job.id)).toBe(204);
    expect((await ended(job.id)).state).toBe('cancelled');
    expect((await served.get(`/api/jobs/${job.id}/result`)).status).toBe(410);
  });

  it('ends with its answer, kept for a while', async () => {
    const response = await served.get(
      '/api/analyses/sensitivity?analysis=ranking&place=def:yrd_41&draws=5000',
    );
    const job = (await response.json()) as Job;
    expect(response.status).toBe(202);
    const seen: Job[] = [];
    const done = await ended(job.id, seen);
    expect(done).toMatchObject({ state: 'done', result: `/api/jobs/${job.id}/result`, problem: null });
    // On the way it told how far it was, and in whose words.
    const steps = seen.flatMap(({ progress }) => (progress === null ? [] : [progress]));
    expect(steps.map(({ done }) => done)).toEqual([...steps.map(({ done }) => done)].sort((a, b) => a - b));
    expect(new Set(steps.map(({ done }) => done)).size).toBeGreaterThan(1);
    expect(steps[0].what).toContain('Yangtze River Delta');
    expect([steps[0].of > 2, done.progress]).toEqual([true, null]);
    const answer = await served.get(done.result!);
    expect(answer.status).toBe(200);
    expect((await answer.json()) as object).toHaveProperty('about.analysis', 'sensitivity');
    // And the question itself is answered at once.
    const again = await served.get('/api/analyses/sensitivity?analysis=ranking&place=def:yrd_41&draws=5000');
    expect(again.status).toBe(200);
  });

  it('is given up after a time, and what it kept busy is free', async () => {
    const hasty = await servedWorld({ ...LIMITS, timeout: 1_500 });
    try {
      const job: Job = (await hasty.json(heavy(2))).body;
      const given = await ended(job.id, [], hasty);
      expect([given.state, given.problem?.status]).toEqual(['failed', 504]);
      expect((await hasty.get('/api/analyses/coverage?by=reason')).status).toBeLessThan(203);
    } finally {
      await hasty.close();
    }
  });
});

describe('many questions at once', () => {
  it('wait in order, and beyond that are refused with the time to come again', async () => {
    await idle();
    const responses = await Promise.all([1, 2, 3, 4, 5].map((seed) => served.get(heavy(10 + seed))));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(2);
    const refused = responses.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(3);
    for (const response of refused) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const response of responses.filter(({ status }) => status === 202)) {
      const { id } = (await response.json()) as Job;
      await cancel(id);
      expect((await ended(id)).state).toBe('cancelled');
    }
  });

  it('that are the same are asked once', async () => {
    await idle();
    const before = served.lines.length;
    const responses = await Promise.all(
      Array.from({ length: 12 }, () => served.get('/api/analyses/coverage?top=7')),
    );
    // One thread and one place to wait: twelve would have been refused.
    for (const { status } of responses) expect([200, 202]).toContain(status);
    expect(served.lines.slice(before)).toHaveLength(12);
  });
});

describe('a job that nobody asks about', () => {
  it(
    'is ended, and says so to who comes late; one that is asked about goes on',
    { tags: 'full' },
    async () => {
      const hasty = await servedWorld({ ...LIMITS, jobUnasked: 700, jobUnaskedAgain: 60_000 });
      try {
        const left: Job = (await hasty.json(heavy(40))).body;
        await pause(1_000);
        // Its processor is free.
        await expect
          .poll(async () => (await hasty.get('/api/analyses/coverage?by=reason')).status, { timeout: 30_000 })
          .toBe(200);
        const late: Job = (await hasty.json(`/api/jobs/${left.id}`)).body;
        expect(late).toMatchObject({
          state: 'cancelled',
          problem: { status: 410, detail: expect.stringMatching(/^No client asked/) as string },
        });
        const asked: Job = (await hasty.json(heavy(41))).body;
        await hasty.json(`/api/jobs/${asked.id}`);
        await pause(1_000);
        expect(((await hasty.json(`/api/jobs/${asked.id}`)).body as Job).state).toBe('running');
      } finally {
        await hasty.close();
      }
    },
  );
});

describe('a request whose question waits', () => {
  it('waits with it rather than to be sent away with a job, up to a time', { tags: 'full' }, async () => {
    const patient = await servedWorld({ workers: 1, jobs: 0, jobAfter: 2_000, jobAfterWaiting: 110_000 });
    try {
      const paths = Array.from({ length: 60 }, (_, i) => `/api/analyses/ranking?top=40&draws=6000&seed=${i}`);
      const begun = performance.now();
      const statuses = await Promise.all(paths.map(async (path) => (await patient.get(path)).status));
      // Together they take longer than one may.
      expect(performance.now() - begun).toBeGreaterThan(2_000);
      expect(new Set(statuses)).toEqual(new Set([200]));
    } finally {
      await patient.close();
    }
  });
});

describe('a caller who is gone', () => {
  it('ends the question, so that the next is answered', async () => {
    await idle();
    const gone = new AbortController();
    const request = served.app.request(new Request(`http://localhost${heavy(30)}`, { signal: gone.signal }));
    await pause(100);
    gone.abort();
    expect((await request).status).toBe(410);
    await idle();
  });
});

import type { Context } from 'hono';
import type { Language } from '../../base/index.ts';
import { type ProblemJson, problemJson, troubleProblem } from '../answers/problem.ts';
import { requestedLanguage, respondJson } from '../answers/respond.ts';
import type { Job, JobState } from '../work/jobs.ts';
import type { StepTold } from '../work/question.ts';
import type { Env, World } from '../world.ts';

/** What is told of a job. */
export interface JobTold {
  readonly id: string;
  readonly state: JobState;
  /** The path that asked, and the path of the answer once it is there. */
  readonly asked: string;
  readonly result: string | null;
  readonly seconds: number;
  /** Questions before it. */
  readonly before: number;
  /** Which of its steps has begun; null where it is over, waits, or has one step. */
  readonly progress: StepTold | null;
  readonly problem: ProblemJson | null;
}

function jobTold({ observatories }: World, job: Job, language: Language): JobTold {
  const state = job.state();
  return {
    id: job.id,
    state,
    asked: job.asked,
    result: state === 'done' ? `/api/jobs/${job.id}/result` : null,
    seconds: observatories.jobs.seconds(job),
    before: state === 'waiting' ? job.before() : 0,
    progress: state === 'running' ? job.step() : null,
    problem:
      job.trouble === null
        ? null
        : problemJson(troubleProblem(job.trouble, { texts: {}, inPath: null }), language),
  };
}

export function respondJob(c: Context<Env>, world: World, job: Job, status: 200 | 202): Response {
  const told = jobTold(world, job, requestedLanguage(c));
  return respondJson(c, status, told, {
    ...(status === 202 ? { location: `/api/jobs/${job.id}` } : {}),
    ...(told.state === 'running' || told.state === 'waiting' ? { 'retry-after': String(job.again()) } : {}),
  });
}

import { InputError, type Language, type Message, render, systemFault } from '../../base/index.ts';
import { OpenAlexError } from '../../records/openalex-api/index.ts';
import { messages } from './messages.ts';
import type { DemonstrationStatus } from '../../demo/real/status.ts';

/** How far it is. */
export interface DemonstrationProgress {
  readonly step: 'works' | 'institutions' | 'build';
  readonly done: number;
  /** Null where nobody knows. */
  readonly of: number | null;
}

/** A demonstration of real records that a server may fetch: handed in, as the server itself uses no network. */
export interface RealDemonstration {
  /** Where its observatory is once it is there. */
  readonly folder: string;
  /** What it takes, before anything is asked: calls and seconds, and the whole in words. */
  readonly calls: number;
  readonly seconds: number;
  readonly cost: readonly Message[];
  /** Fetches and builds; what an earlier run brought is kept. */
  readonly run: (report: (progress: DemonstrationProgress) => void, signal: AbortSignal) => Promise<void>;
}

/** Fetches the demonstration once, at the request of the page; failed, it may be begun again. */
export class DemonstrationJob {
  private state: DemonstrationStatus['state'] = 'absent';
  private progress: DemonstrationProgress | null = null;
  private problem: ((language: Language) => { code: string; text: string }) | null = null;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly demonstration: RealDemonstration,
    private readonly id: string,
    private readonly unforeseen: (error: unknown) => void,
  ) {}

  /** Begins it, unless it runs or is there. */
  start(): void {
    if (this.state === 'running' || this.state === 'done') return;
    Object.assign(this, { state: 'running', progress: null, problem: null });
    const report = (progress: DemonstrationProgress): void => void (this.progress = progress);
    this.running = this.demonstration.run(report, this.stopping.signal).then(
      () => void (this.state = 'done'),
      (error: unknown) => {
        this.state = 'failed';
        this.problem = this.said(error);
      },
    );
  }

  status(language: Language): DemonstrationStatus {
    const { state, id, problem } = this;
    const { calls, seconds, cost } = this.demonstration;
    return {
      state,
      id,
      start: render(messages.start({ calls, minutes: Math.ceil(seconds / 60) }), language),
      cost: cost.map((message) => render(message, language)),
      progress: state === 'running' ? sayProgress(this.progress, language) : null,
      problem: problem === null ? null : problem(language),
    };
  }

  /** Ends it at a whole page; a later run continues there. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private said(error: unknown): (language: Language) => { code: string; text: string } {
    if (error instanceof InputError) {
      const { code } = error.detail;
      return (language) => ({ code, text: error.text(language) });
    }
    const message = error instanceof OpenAlexError ? messageOf(error) : this.faultOf(error);
    return (language) => ({ code: message.code, text: render(message, language) });
  }

  private faultOf(error: unknown): Message {
    const fault = systemFault(error);
    if (fault !== null) return messages.system({ fault: fault.message });
    this.unforeseen(error);
    return messages.unforeseen();
  }
}

function sayProgress(
  progress: DemonstrationProgress | null,
  language: Language,
): DemonstrationStatus['progress'] {
  if (progress === null) return { text: render(messages.begin(), language), done: 0, of: null };
  const { step, done, of } = progress;
  const message = step === 'build' ? messages.build() : messages[step]({ done, of: of ?? done });
  return { text: render(message, language), done, of };
}

function messageOf({ problem, status }: OpenAlexError): Message {
  switch (problem) {
    case 'refused':
      return messages.refused({ status });
    case 'not-json':
    case 'unexpected':
      return messages.notOpenAlex();
    default:
      return messages[problem]();
  }
}

import type { Progress } from '../observatory/index.ts';
import { StatusLine } from './status-line.ts';
import type { Terminal } from './terminal.ts';

const EVERY = 500;
const EVERY_PLAIN = 10_000;

/** Progress of a build on standard error: works a second and time left; one line redrawn, or one now and then in a log. */
export class ProgressLine {
  private readonly begun: number;
  private lastShown = 0;
  private phase = '';
  private readonly line: StatusLine;

  constructor(
    private readonly terminal: Terminal,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.line = new StatusLine(terminal);
    this.begun = now();
  }

  show(progress: Progress): void {
    const now = this.now();
    const changed = progress.phase !== this.phase;
    if (!changed && now - this.lastShown < (this.terminal.redraws ? EVERY : EVERY_PLAIN)) return;
    this.lastShown = now;
    this.phase = progress.phase;
    this.line.write(describe(progress, (now - this.begun) / 1000));
  }

  end(): void {
    this.line.end();
  }
}

function describe({ phase, records, bytes, totalBytes, table }: Progress, seconds: number): string {
  switch (phase) {
    case 'institutions':
      return 'Locating institutions…';
    case 'tables':
      return `Making tables${table === undefined ? '' : `: ${table}`}…`;
    case 'laws':
      return 'Checking the laws…';
    case 'works': {
      const rate = seconds > 0 ? Math.round(records / seconds) : 0;
      const left =
        bytes > 0 && seconds > 1 ? `, about ${clock((seconds * (totalBytes - bytes)) / bytes)} left` : '';
      const part = totalBytes > 0 ? ` (${Math.min(100, Math.round((bytes / totalBytes) * 100))}%)` : '';
      return `Reading works: ${records.toLocaleString('en')}${part}, ${rate.toLocaleString('en')} a second${left}`;
    }
  }
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

import type { Terminal } from './terminal.ts';

/** A line on standard error that says how far something is: redrawn where somebody looks, one after another in a log. */
export class StatusLine {
  private width = 0;

  constructor(private readonly terminal: Pick<Terminal, 'err' | 'redraws'>) {}

  write(text: string): void {
    if (!this.terminal.redraws) {
      this.terminal.err(`${text}\n`);
      return;
    }
    this.terminal.err(`\r${text.padEnd(this.width)}`);
    this.width = text.length;
  }

  /** What is printed next begins on a line of its own. */
  end(): void {
    if (this.terminal.redraws && this.width > 0) this.terminal.err('\n');
    this.width = 0;
  }
}

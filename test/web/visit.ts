import type { BrowserContext, Page } from 'playwright-core';

/** A page stands still once nothing is asked or counted for so long; milliseconds. */
const STILL = 250;
const STANDS_WITHIN = 90_000;

/** One look at the application: the page, and what it must not do. */
export class Visit {
  /** Console errors, failures of scripts, and requests to anybody but the server. */
  readonly faults: string[] = [];
  private asked = 0;
  private last = Date.now();

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly address: string,
  ) {
    page.setDefaultTimeout(STANDS_WITHIN);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`script: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(?:blob|data):/.test(url) && !url.startsWith(`${address}/`)) this.faults.push(`asks ${url}`);
      this.count(1);
    });
    page.on('requestfinished', () => this.count(-1));
    page.on('requestfailed', () => this.count(-1));
  }

  private count(change: number): void {
    this.asked += change;
    this.last = Date.now();
  }

  /** Goes to a path as one who opens an address, and waits until it stands. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.address + path);
    await this.stands();
  }

  /**
   * Waits until every answer is there and drawn.
   * @param held requests that a test holds back: the page waits for them meanwhile
   */
  async stands({ held = 0 } = {}): Promise<void> {
    const begun = Date.now();
    this.last = begun;
    for (;;) {
      await this.page.waitForTimeout(STILL / 5);
      const now = Date.now();
      if (this.asked === held && now - this.last >= STILL) {
        if (held > 0 || (await this.page.locator('.waiting').count()) === 0) break;
        this.last = now;
      }
      if (now - begun > STANDS_WITHIN)
        throw new Error(
          `${this.page.url()} still waits for ${this.asked}: ${await this.page.innerText('main')}`,
        );
    }
    await this.page.evaluate(drawn);
  }

  /** Path and query, as one would copy it. */
  get where(): string {
    return this.page.url().slice(this.address.length);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Ends when the browser has drawn what it had to, and what it leaves for when it has nothing better to do. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
  }
}

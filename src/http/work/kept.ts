/** Values kept in memory up to so many bytes; the one longest unasked for goes first. */
export class Kept<V> {
  private readonly entries = new Map<string, { readonly value: V; readonly bytes: number }>();
  private bytes = 0;

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  /** What is larger than a quarter of all is not kept: it would push out everything else. */
  set(key: string, value: V, bytes: number): void {
    this.bytes -= this.entries.get(key)?.bytes ?? 0;
    this.entries.delete(key);
    if (bytes > this.most / 4) return;
    this.entries.set(key, { value, bytes });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.most) return;
      this.entries.delete(oldest);
      this.bytes -= entry.bytes;
    }
  }
}

type Numbers = Uint32Array | Float32Array | Float64Array | Int32Array;

/** A typed array that grows as numbers come. */
export class Growing<T extends Numbers> {
  private array: T;
  length = 0;

  constructor(private readonly kind: new (size: number) => T) {
    this.array = new kind(1024);
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new this.kind(2 * this.length);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }

  /** What has come so far. */
  get values(): T {
    return this.array.subarray(0, this.length) as T;
  }
}

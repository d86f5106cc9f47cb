/**
 * The graph's version as it was read last. Views of one store share it, so that a write through any of them is known to
 * all at once; what other processes write is known when the version is read again.
 */
export class RecentVersion {
  #known: { readonly version: number; readonly since: number } | undefined;
  #reading: { readonly version: Promise<number>; readonly since: number } | undefined;

  /** The version as of at most some milliseconds ago. Those who ask at the same time share one read. */
  get(maxAgeMs: number, read: () => Promise<number>): Promise<number> {
    const oldest = performance.now() - maxAgeMs;
    if (this.#known && this.#known.since >= oldest) return Promise.resolve(this.#known.version);
    if (!this.#reading || this.#reading.since < oldest) this.#reading = this.#read(read);
    return this.#reading.version;
  }

  /** A write was committed. Of two at the same time, the later may be told first. */
  moved(version: number): void {
    this.#known = { version: Math.max(version, this.#known?.version ?? 0), since: performance.now() };
  }

  #read(read: () => Promise<number>) {
    const since = performance.now();
    const version = read().then((found) => {
      // A write that was committed meanwhile knows better.
      if (this.#known && this.#known.since >= since) return this.#known.version;
      this.#known = { version: found, since };
      return found;
    });
    const reading = { version, since };
    const forget = () => {
      if (this.#reading === reading) this.#reading = undefined;
    };
    version.then(forget, forget);
    return reading;
  }
}

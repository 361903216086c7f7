/** Measures the steps of a build one after another. */
export interface Stopwatch {
  /** Ends the running step and begins the next; "" begins none. A step that comes again is added up. */
  step(name: string): void;
  /** Milliseconds by step, in the order in which they first began. */
  timings(): Readonly<Record<string, number>>;
}

/** A stopwatch that reads milliseconds from a clock. */
export function stopwatch(clock: () => number): Stopwatch {
  const spent = new Map<string, number>();
  let running = "";
  let since = clock();
  return {
    step(name) {
      const time = clock();
      if (running !== "") spent.set(running, (spent.get(running) ?? 0) + time - since);
      running = name;
      since = time;
    },
    timings: () => Object.fromEntries(spent),
  };
}

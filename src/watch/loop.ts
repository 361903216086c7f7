import type { Instant } from "../model/article.ts";

/** Runs something later. @returns what calls it off */
export type Timer = (milliseconds: number, act: () => void) => () => void;

/** What a watching loop needs of the world around it. */
export interface LoopOptions<Report extends { readonly next?: Instant }> {
  readonly build: () => Promise<Report>;
  /** Told of every build. */
  readonly onBuild: (report: Report, milliseconds: number) => void;
  /** Calls back whenever something may have changed, until it is called off. */
  readonly changes: (onChange: () => void) => { refresh(): void; close(): void };
  readonly timer: Timer;
  /** Milliseconds since some moment; never goes back. */
  readonly clock: () => number;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
}

/** Milliseconds without a change before a build begins: an editor writes a file in several steps. */
export const QUIET = 100;

/** Milliseconds after the first change when a build begins in any case. */
export const LONGEST_WAIT = 2_000;

/** Longest time that timers take, in milliseconds; a later moment is waited for in parts. */
const LONGEST_TIMER = 86_400_000;

/**
 * Builds at once, after every change once it is quiet, and when the next story is due. One build at a time; what changes during a build
 * is built afterwards.
 *
 * @returns when the signal is given and the running build has ended
 */
export async function watchLoop<Report extends { readonly next?: Instant }>(
  options: LoopOptions<Report>,
): Promise<void> {
  const { build, onBuild, timer, clock, now, signal } = options;
  let since: number | undefined;
  let wake: () => void = () => undefined;
  let callOff: () => void = () => undefined;
  const changed = () => {
    since ??= clock();
    callOff();
    callOff = timer(Math.max(0, Math.min(QUIET, since + LONGEST_WAIT - clock())), () => wake());
  };
  const watched = options.changes(changed);
  signal.addEventListener("abort", () => wake());
  try {
    while (!signal.aborted) {
      since = undefined;
      callOff();
      // Before the build: what changes in a new folder while it runs is built afterwards.
      watched.refresh();
      const begun = clock();
      const report = await build();
      onBuild(report, clock() - begun);
      if (signal.aborted) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (since !== undefined) changed();
        else waitFor(report.next);
      });
    }
  } finally {
    callOff();
    watched.close();
  }

  /** Wakes at a moment, unless something changes before. */
  function waitFor(moment: Instant | undefined): void {
    if (moment === undefined) return;
    const left = (moment - now()) * 1000;
    callOff = timer(Math.max(0, Math.min(left, LONGEST_TIMER)), () => {
      if (now() >= moment) wake();
      else waitFor(moment);
    });
  }
}

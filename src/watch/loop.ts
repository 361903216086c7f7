import type { Instant } from "../model/article.ts";

/** Runs something later. @returns what calls it off */
export type Timer = (milliseconds: number, act: () => void) => () => void;

/** What a watching loop needs of the world around it. */
export interface LoopOptions<Report extends { readonly next?: Instant }> {
  /** `ready`: nothing is known to have changed since `prepare`. */
  readonly build: (ready: boolean) => Promise<Report>;
  /** Does what a build begins with while it is waited for more changes; may be called in vain. */
  readonly prepare: () => void;
  /** Whether a build published what it was to publish; one that did not is tried again, changes or not. */
  readonly isFinished: (report: Report) => boolean;
  /** Told of every build. `again`: nothing is known to have changed since the one before, which was not finished. */
  readonly onBuild: (report: Report, milliseconds: number, again: boolean) => void;
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

/** Milliseconds without a change before a build is prepared. */
const QUIET_ENOUGH = 40;

/** Milliseconds after the first change when a build begins in any case. */
export const LONGEST_WAIT = 2_000;

/** Milliseconds after which a build that was not finished is tried again: what stopped it may go away without a sign. */
export const LOOK_AGAIN = 3_000;

/** A build that stops late is tried again after so many times what it took, to leave the machine to others. */
export const REST = 20;

/** Longest time that timers take, in milliseconds; a later moment is waited for in parts. */
const LONGEST_TIMER = 86_400_000;

/**
 * Builds at once, after every change once it is quiet, and when the next story is due. One build at a time; what changes during a build
 * is built afterwards. A build that was not finished is tried again every few seconds: a folder that was away or another build's lock
 * must not end the watch unseen.
 *
 * @returns when the signal is given and the running build has ended
 */
export async function watchLoop<Report extends { readonly next?: Instant }>(
  options: LoopOptions<Report>,
): Promise<void> {
  const { build, prepare, isFinished, onBuild, timer, clock, now, signal } = options;
  let since: number | undefined;
  let next: Instant | undefined;
  let again = false;
  let wake: () => void = () => undefined;
  let callOff: () => void = () => undefined;
  let building = false;
  let ready = false;
  const changed = () => {
    since ??= clock();
    ready = false;
    callOff();
    // It is built when this build has ended; until then the machine has enough to do.
    if (building) return;
    const begins = Math.min(clock() + QUIET, since + LONGEST_WAIT);
    callOff = timer(Math.max(0, Math.min(QUIET_ENOUGH, begins - clock())), () => {
      prepare();
      ready = true;
      callOff = timer(Math.max(0, begins - clock()), () => wake());
    });
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
      const wasReady = ready;
      ready = false;
      building = true;
      const report = await build(wasReady);
      building = false;
      const took = clock() - begun;
      onBuild(report, took, again);
      if (signal.aborted) break;
      const finished = isFinished(report);
      // Of a build that was not finished nothing is known; what the last good one said of the next story still holds.
      if (finished) next = report.next;
      again = await new Promise<boolean>((resolve) => {
        wake = () => resolve(false);
        if (since !== undefined) changed();
        else if (finished) waitFor(next);
        else lookAgain(Math.max(LOOK_AGAIN, REST * took), () => resolve(true));
      });
    }
  } finally {
    callOff();
    watched.close();
  }

  /** Tries again after some milliseconds, or when the next story is due if that is earlier. */
  function lookAgain(milliseconds: number, act: () => void): void {
    const left = next === undefined ? 0 : (next - now()) * 1000;
    if (left > 0 && left <= milliseconds) waitFor(next);
    else callOff = timer(Math.min(milliseconds, LONGEST_TIMER), act);
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

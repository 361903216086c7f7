import type { Instant } from "../model/article.ts";

/** Runs something later. @returns what calls it off */
export type Timer = (milliseconds: number, act: () => void) => () => void;

/** What a watching loop needs of the world around it. */
export interface LoopOptions<Report extends { readonly next?: Instant }> {
  /**
   * Builds. A build may begin while it is still waited for more changes, and publishes nothing before `settled` has resolved; when
   * that rejects it has read what changed since, and rejects too.
   *
   * @param changed all that may have changed since the last build began; undefined: anything
   */
  readonly build: (settled: () => Promise<void>, changed: ReadonlySet<string> | undefined) => Promise<Report>;
  /** Whether a build published what it was to publish; one that did not is tried again, changes or not. */
  readonly isFinished: (report: Report) => boolean;
  /**
   * Told of every build that was not given up.
   *
   * @param milliseconds since it began or, if that was later, since it was waited for changes no more
   * @param again nothing is known to have changed since the one before, which was not finished
   */
  readonly onBuild: (report: Report, milliseconds: number, again: boolean) => void;
  /** Calls back whenever something may have changed, until it is called off: with its path, or with nothing when it may be anything. */
  readonly changes: (onChange: (place?: string) => void) => {
    /** Looks for new places. @returns whether there are some, of whose changes nobody was told until now */
    refresh(): boolean;
    close(): void;
  };
  readonly timer: Timer;
  /** Resolves when whatever has come in meanwhile was told of. */
  readonly turn: () => Promise<unknown>;
  /** Milliseconds since some moment; never goes back. */
  readonly clock: () => number;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
}

/** Milliseconds without a change before a build is published: an editor writes a file in several steps. */
export const QUIET = 100;

/** Milliseconds without a change before a build begins, for nearly always it is the last. */
export const QUIET_ENOUGH = 15;

/** Milliseconds that the last build took at most for the next one to begin early: of a longer one more is lost when it is given up. */
export const SHORT = 500;

/** Milliseconds after the first change when a build begins in any case. */
export const LONGEST_WAIT = 2_000;

/**
 * Milliseconds after which a build that was not finished is tried again: what stopped it may go away without a sign. So may what a
 * finished one was not told of, and did not look at.
 */
export const LOOK_AGAIN = 3_000;

/** Milliseconds after which a build looks at everything, whatever it was told has changed: changes may come without a pause. */
export const TOO_LONG = 30_000;

/** A build that stops late is tried again after so many times what it took, to leave the machine to others. */
export const REST = 20;

/** Longest time that timers take, in milliseconds; a later moment is waited for in parts. */
const LONGEST_TIMER = 86_400_000;

/**
 * Builds at once, after every change once it is quiet, and when the next story is due. One build at a time; what changes during a build
 * is built afterwards. A build that was not finished is tried again every few seconds: a folder that was away or another build's lock
 * must not end the watch unseen. So is one that looked only at what it was told had changed, with a look at everything: systems lose
 * changes, and some disks tell of none.
 *
 * A build after a change begins when it is nearly quiet, and publishes when it is. It is given up, and nobody told, when something
 * changes between the two; the next one then begins when it is quiet, so that of a long upload no more than one is given up.
 *
 * @returns when the signal is given and the running build has ended
 */
export async function watchLoop<Report extends { readonly next?: Instant }>(
  options: LoopOptions<Report>,
): Promise<void> {
  const { isFinished, onBuild, timer, clock, now, signal } = options;
  // When the first of the changes came that no build has seen.
  let since: number | undefined;
  // What has changed that no build has seen; undefined: anything.
  let unseen: Set<string> | undefined;
  let next: Instant | undefined;
  let again = false;
  let wake: (ends?: number) => void = () => undefined;
  let callOff: () => void = () => undefined;
  let waiting: Waiting | undefined;
  let building = false;
  let wasGivenUp = false;
  let took = 0;
  // Whether the places were looked for since the last build.
  let isFresh = false;
  // When everything was looked at last.
  let whole = clock();
  const changed = (place?: string) => {
    since ??= clock();
    if (place === undefined) unseen = undefined;
    else unseen?.add(place);
    waiting?.disturb();
    // It is built when this build has ended.
    if (!building) wait();
  };
  const wait = () => {
    callOff();
    const until = Math.min(clock() + QUIET, (since ?? clock()) + LONGEST_WAIT);
    callOff = timer(Math.max(0, Math.min(QUIET_ENOUGH, until - clock())), () => {
      if (refresh() && clock() < until) wait();
      else if (!wasGivenUp && took <= SHORT) wake(until);
      else callOff = timer(Math.max(0, until - clock()), () => wake(until));
    });
  };
  // Before a build, so that what changes in a new folder while it runs is built afterwards.
  const refresh = () => {
    const isMore = watched.refresh();
    // Of what changed in it until now nobody was told.
    if (isMore) unseen = undefined;
    isFresh = true;
    return isMore;
  };
  const watched = options.changes(changed);
  signal.addEventListener("abort", () => {
    waiting?.disturb();
    wake();
  });
  // When it is waited for more changes no longer.
  let ends = clock();
  try {
    while (!signal.aborted) {
      callOff();
      if (!isFresh) refresh();
      const begun = clock();
      const first = since;
      const seen = begun - whole > TOO_LONG ? undefined : unseen;
      since = undefined;
      unseen = new Set();
      isFresh = false;
      waiting = begun < ends ? waitUntil(ends, options) : undefined;
      building = true;
      const report = await built(options, seen, waiting);
      building = false;
      waiting = undefined;
      wasGivenUp = report === undefined;
      took = clock() - begun;
      if (report !== undefined) onBuild(report, clock() - Math.max(begun, ends), again);
      if (signal.aborted) break;
      const finished = report !== undefined && isFinished(report);
      if (report === undefined) {
        since = first;
        unseen = together(seen, unseen);
      } else if (!finished) unseen = undefined;
      // Of a build that was not finished nothing is known; what the last good one said of the next story still holds.
      if (finished) next = report.next;
      if (finished && seen === undefined) whole = begun;
      const isDue = next !== undefined && next <= now();
      again = await new Promise<boolean>((resolve) => {
        const begin = (isRepeated: boolean, until?: number) => {
          // Nothing has told what to look at.
          if (until === undefined) unseen = undefined;
          ends = until ?? clock();
          resolve(isRepeated);
        };
        wake = (until) => begin(false, until);
        if (since !== undefined) wait();
        else if (finished && (seen === undefined || isDue)) waitFor(next);
        else lookAgain(Math.max(LOOK_AGAIN, REST * took), () => begin(true));
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

function together(one: Set<string> | undefined, other: Set<string> | undefined): Set<string> | undefined {
  return one === undefined || other === undefined ? undefined : new Set([...one, ...other]);
}

/** Runs a build. @returns undefined when it was given up */
async function built<Report>(
  { build }: Pick<LoopOptions<Report & { readonly next?: Instant }>, "build">,
  changed: ReadonlySet<string> | undefined,
  waiting: Waiting | undefined,
): Promise<Report | undefined> {
  const settled = async () => waiting?.settled;
  try {
    const report = await build(settled, changed);
    // One that has nothing to publish asks nobody, and tells of what it has read all the same.
    await settled();
    return report;
  } catch (cause) {
    if (cause instanceof GivenUp) return undefined;
    throw cause;
  }
}

/** Ends a build that began before it was quiet. */
class GivenUp extends Error {}

/** The rest of the wait for more changes, while a build runs already. */
interface Waiting {
  /** Something has changed. */
  disturb(): void;
  /** Rejects when something has changed before the wait was over. */
  readonly settled: Promise<void>;
}

function waitUntil(
  ends: number,
  { timer, turn, clock }: Pick<LoopOptions<never>, "timer" | "turn" | "clock">,
): Waiting {
  let disturbed = false;
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    const callOff = timer(ends - clock(), resolve);
    end = () => {
      callOff();
      resolve();
    };
  });
  const settle = async () => {
    await over;
    // A build leaves little time for anything else: what changed while it was waited may be told only now.
    await turn();
    if (disturbed) throw new GivenUp();
  };
  const settled = settle();
  // It may be over before anybody asks.
  settled.catch(() => undefined);
  return {
    settled,
    disturb: () => {
      disturbed = true;
      end();
    },
  };
}

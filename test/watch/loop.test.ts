import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { watchFolders } from "../../src/watch/folders.ts";
import {
  LONGEST_WAIT,
  LOOK_AGAIN,
  QUIET,
  QUIET_ENOUGH,
  REST,
  SHORT,
  type Timer,
  TOO_LONG,
  watchLoop,
} from "../../src/watch/loop.ts";

interface Report {
  readonly next?: number;
  readonly failed?: true;
  /** Milliseconds that the build takes. */
  readonly takes?: number;
}

/** A loop whose time stands still until the test moves it. */
function loop({
  reports = [],
  starts = 1_000,
}: {
  readonly reports?: readonly Report[];
  readonly starts?: number;
} = {}) {
  let time = 0;
  let builds = 0;
  let begun = 0;
  const told: number[] = [];
  const repeated: boolean[] = [];
  let refreshed = 0;
  let more = 0;
  let closed = false;
  let longest = 0;
  let change: (place?: string) => void = () => undefined;
  const looked: (readonly string[] | "everything")[] = [];
  let during: (() => void | Promise<void>) | undefined;
  let late: (() => void) | undefined;
  const timers = new Set<{ readonly due: number; readonly act: () => void }>();
  const stop = new AbortController();
  const timer: Timer = (milliseconds, act) => {
    longest = Math.max(longest, milliseconds);
    const one = { due: time + milliseconds, act };
    timers.add(one);
    return () => timers.delete(one);
  };
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const running = watchLoop<Report>({
    build: async (settled, changed) => {
      begun++;
      looked.push(changed === undefined ? "everything" : [...changed]);
      const act = during;
      during = undefined;
      if (act !== undefined) await act();
      const report = reports[builds] ?? {};
      time += report.takes ?? 0;
      await settled();
      builds++;
      return report;
    },
    isFinished: ({ failed }) => failed !== true,
    onBuild: (_report, milliseconds, again) => {
      told.push(milliseconds);
      repeated.push(again);
    },
    changes: (onChange) => {
      change = onChange;
      return {
        refresh: () => {
          refreshed++;
          return --more >= 0;
        },
        close: () => {
          closed = true;
        },
      };
    },
    timer,
    turn: async () => {
      const act = late;
      late = undefined;
      act?.();
    },
    clock: () => time,
    now: () => starts + Math.floor(time / 1000),
    signal: stop.signal,
  });
  return {
    running,
    stop: () => stop.abort(),
    /** Builds that published. */
    builds: () => builds,
    /** Builds that began, those that were given up among them. */
    begun: () => begun,
    /** Milliseconds of each build. */
    told: () => told,
    repeated: () => repeated,
    refreshed: () => refreshed,
    closed: () => closed,
    longest: () => longest,
    waiting: () => timers.size,
    settle,
    change: (place?: string) => change(place),
    /** The next looks for places find some that were not watched. */
    findMore: (times: number) => {
      more = times;
    },
    /** What each build that began was to look at. */
    looked: () => looked,
    /** Changes without a pause that is long enough. */
    async upload(changes: number) {
      for (let step = 0; step < changes; step++) {
        change();
        await this.pass(QUIET / 2);
      }
    },
    duringNextBuild: (act: () => void | Promise<void>) => {
      during = act;
    },
    /** Something that came in while the wait was over already, and is told of only now. */
    late: (act: () => void) => {
      late = act;
    },
    /** Moves time on and lets every timer run that falls due, in order. */
    async pass(milliseconds: number) {
      const until = time + milliseconds;
      for (;;) {
        await settle();
        const [first] = [...timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
        if (first === undefined) break;
        timers.delete(first);
        time = Math.max(time, first.due);
        first.act();
      }
      time = until;
      await settle();
    },
  };
}

describe("the watching loop", () => {
  test("builds at once, then only when something changes", async () => {
    const watching = loop();
    await watching.pass(100_000);
    expect(watching.builds()).toBe(1);
    watching.change();
    await watching.pass(QUIET - 1);
    expect(watching.builds()).toBe(1);
    await watching.pass(1);
    expect(watching.builds()).toBe(2);
    expect(watching.refreshed()).toBe(2);
  });

  test("waits until it is quiet: an editor's several steps are one build", async () => {
    const watching = loop();
    await watching.settle();
    await watching.upload(5);
    expect(watching.builds()).toBe(1);
    await watching.pass(QUIET);
    expect(watching.builds()).toBe(2);
  });

  test("begins a build once it is nearly quiet, and publishes it when it is", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.change();
    await watching.pass(QUIET_ENOUGH - 1);
    expect([watching.begun(), watching.builds()]).toEqual([1, 1]);
    await watching.pass(1);
    expect([watching.begun(), watching.builds()]).toEqual([2, 1]);
    await watching.pass(QUIET - QUIET_ENOUGH);
    expect([watching.begun(), watching.builds()]).toEqual([2, 2]);
    await watching.pass(100_000);
    expect(watching.begun()).toBe(2);
  });

  test("waits until it is quiet where builds take long", async () => {
    const watching = loop({ reports: [{ takes: SHORT }, { takes: SHORT + 1 }] });
    await watching.pass(1000);
    watching.change();
    await watching.pass(5000);
    watching.change();
    await watching.pass(QUIET - 1);
    expect(watching.begun()).toBe(2);
    await watching.pass(1);
    expect([watching.begun(), watching.builds()]).toEqual([3, 3]);
  });

  test("tells how long a build took after it was quiet", async () => {
    const watching = loop({ reports: [{ takes: 500 }, { takes: 200 }, { takes: 10 }] });
    await watching.pass(1000);
    for (let build = 0; build < 2; build++) {
      watching.change();
      await watching.pass(1000);
    }
    expect(watching.told()).toEqual([500, QUIET_ENOUGH + 200 - QUIET, 0]);
  });

  test("gives a build up when something changes before it is quiet, tells nobody, and then waits until it is", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.change();
    await watching.pass(QUIET - 1);
    watching.change();
    await watching.pass(QUIET - 1);
    expect([watching.begun(), watching.builds(), watching.told()]).toEqual([2, 1, [0]]);
    await watching.pass(1);
    expect([watching.begun(), watching.builds(), watching.told()]).toEqual([3, 2, [0, 0]]);
    watching.change();
    await watching.pass(QUIET_ENOUGH);
    expect(watching.begun()).toBe(4);
  });

  test("gives up one build of an upload and no more", async () => {
    const watching = loop();
    await watching.settle();
    await watching.upload(10);
    await watching.pass(QUIET);
    expect([watching.begun(), watching.builds()]).toEqual([3, 2]);
  });

  test("gives a build up for a change that the build itself kept from being told in time", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.late(() => watching.change());
    watching.change();
    await watching.pass(QUIET);
    expect([watching.begun(), watching.builds()]).toEqual([2, 1]);
    await watching.pass(QUIET);
    expect([watching.begun(), watching.builds()]).toEqual([3, 2]);
  });

  test("finishes a build when something changes after it was quiet, and builds that afterwards", async () => {
    const watching = loop();
    await watching.pass(1000);
    let end: () => void = () => undefined;
    watching.duringNextBuild(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    watching.change();
    await watching.pass(QUIET);
    watching.change();
    await watching.pass(5000);
    expect([watching.begun(), watching.builds()]).toEqual([2, 1]);
    end();
    await watching.settle();
    expect(watching.builds()).toBe(2);
    await watching.pass(QUIET);
    expect([watching.begun(), watching.builds()]).toEqual([3, 3]);
  });

  test("tells a build what has changed, and looks at everything a little later without calling it a change", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.change("a");
    watching.change("b");
    await watching.pass(QUIET);
    expect(watching.looked()).toEqual(["everything", ["a", "b"]]);
    await watching.pass(LOOK_AGAIN);
    expect(watching.looked()).toEqual(["everything", ["a", "b"], "everything"]);
    expect(watching.repeated()).toEqual([false, false, true]);
    await watching.pass(100_000);
    expect(watching.begun()).toBe(3);
  });

  test("looks at everything when one of the changes may be anything, and at what changed since when the next comes", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.change("a");
    watching.change();
    watching.change("b");
    await watching.pass(QUIET);
    watching.change("c");
    await watching.pass(QUIET);
    expect(watching.looked()).toEqual(["everything", "everything", ["c"]]);
  });

  test("looks again at what a build had seen that was given up", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.change("a");
    await watching.pass(QUIET_ENOUGH);
    watching.change("b");
    await watching.pass(QUIET);
    expect(watching.looked()).toEqual(["everything", ["a"], ["a", "b"]]);
  });

  test("looks at everything after a build that was not finished, and when the next story is due", async () => {
    const watching = loop({ reports: [{}, { failed: true }, { next: 1_010 }] });
    await watching.pass(1000);
    watching.change("a");
    await watching.pass(QUIET);
    watching.change("b");
    await watching.pass(QUIET);
    expect(watching.looked()).toEqual(["everything", ["a"], "everything"]);
    watching.change("c");
    await watching.pass(QUIET);
    await watching.pass(100_000);
    expect(watching.looked().slice(3)).toEqual([["c"], "everything"]);
  });

  test("looks at everything now and then when changes come without a pause", async () => {
    const watching = loop();
    await watching.pass(1000);
    for (let second = 0; second < TOO_LONG / 1000; second++) {
      watching.change("a");
      await watching.pass(1000);
    }
    expect(watching.looked().filter((places) => places === "everything").length).toBe(2);
    expect(watching.looked().at(-1)).toBe("everything");
    watching.change("a");
    await watching.pass(1000);
    expect(watching.looked().at(-1)).toEqual(["a"]);
  });

  test("wakes at once for a story that fell due while what had changed was built", async () => {
    const watching = loop({ reports: [{}, { next: 1_001, takes: 300 }] });
    await watching.pass(900);
    watching.change("a");
    await watching.pass(QUIET + 300);
    expect(watching.looked()).toEqual(["everything", ["a"], "everything"]);
  });

  test("waits anew, and looks at everything, when a place turns up of whose changes nobody was told", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.findMore(2);
    watching.change("a");
    await watching.pass(3 * QUIET_ENOUGH - 1);
    expect(watching.begun()).toBe(1);
    await watching.pass(1);
    expect(watching.looked()).toEqual(["everything", "everything"]);
    await watching.pass(QUIET - QUIET_ENOUGH);
    expect(watching.builds()).toBe(2);
  });

  test("but not for ever, and after a build that was given up too", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.change("a");
    await watching.pass(QUIET_ENOUGH);
    watching.change("b");
    await watching.settle();
    watching.findMore(1);
    await watching.pass(QUIET_ENOUGH + QUIET - 1);
    expect(watching.builds()).toBe(1);
    await watching.pass(1);
    expect(watching.builds()).toBe(2);
    watching.findMore(10_000);
    watching.change("a");
    await watching.pass(LONGEST_WAIT);
    expect(watching.builds()).toBe(3);
  });

  test("ends at once when asked to while it is waited for more changes", async () => {
    const watching = loop();
    await watching.pass(1000);
    watching.change();
    await watching.pass(QUIET_ENOUGH);
    watching.stop();
    await watching.running;
    expect([watching.builds(), watching.waiting(), watching.closed()]).toEqual([1, 0, true]);
  });

  test("but not for ever: an upload without a pause is built now and then", async () => {
    const watching = loop();
    await watching.settle();
    await watching.upload(100);
    const builds = watching.builds() - 1;
    expect(builds).toBeGreaterThanOrEqual(Math.floor((100 * QUIET) / 2 / (LONGEST_WAIT + QUIET)));
    expect(builds).toBeLessThanOrEqual(Math.ceil((100 * QUIET) / 2 / LONGEST_WAIT));
  });

  test("builds afterwards what changed during a build", async () => {
    const watching = loop({ reports: [{ next: 1_010 }] });
    await watching.pass(9_999);
    watching.duringNextBuild(() => watching.change());
    await watching.pass(1);
    expect(watching.builds()).toBe(2);
    await watching.pass(QUIET);
    expect(watching.builds()).toBe(3);
    await watching.pass(100_000);
    expect(watching.builds()).toBe(3);
  });

  test("builds when the next story is due, at its second and not one earlier", async () => {
    const watching = loop({ reports: [{ next: 1_060 }] });
    await watching.pass(59_999);
    expect(watching.builds()).toBe(1);
    await watching.pass(1);
    expect(watching.builds()).toBe(2);
  });

  test("waits for a far moment in parts that timers can count", async () => {
    const far = 1_000 + 60 * 86_400;
    const watching = loop({ reports: [{ next: far }] });
    await watching.pass(60 * 86_400_000 - 1);
    expect(watching.builds()).toBe(1);
    expect(watching.longest()).toBeLessThan(2 ** 31);
    await watching.pass(1);
    expect(watching.builds()).toBe(2);
  });

  test("a change goes before a moment that is due later", async () => {
    const watching = loop({ reports: [{ next: 2_000 }, { next: 2_000 }] });
    await watching.settle();
    watching.change();
    await watching.pass(QUIET);
    expect(watching.builds()).toBe(2);
    await watching.pass(1_000_000);
    expect(watching.builds()).toBe(3);
  });

  test("tries a build again that was not finished, changes or not, and looks for the folders anew each time", async () => {
    const watching = loop({ reports: [{ failed: true }, { failed: true }, {}] });
    await watching.pass(LOOK_AGAIN - 1);
    expect(watching.builds()).toBe(1);
    await watching.pass(1);
    expect(watching.builds()).toBe(2);
    await watching.pass(100_000);
    expect([watching.builds(), watching.refreshed()]).toEqual([3, 3]);
    expect(watching.repeated()).toEqual([false, true, true]);
  });

  test("tries one that stops late less often", async () => {
    const watching = loop({ reports: [{ failed: true, takes: 1_000 }] });
    await watching.pass(REST * 1_000 - 1);
    expect(watching.builds()).toBe(1);
    await watching.pass(1);
    expect(watching.builds()).toBe(2);
  });

  test("builds a change at once after a build that was not finished, and does not call it a repetition", async () => {
    const watching = loop({ reports: [{ failed: true }] });
    await watching.settle();
    watching.change();
    await watching.pass(QUIET);
    expect(watching.repeated()).toEqual([false, false]);
  });

  test("keeps in mind when the next story is due while builds are not finished", async () => {
    const watching = loop({ reports: [{ next: 1_002 }, { failed: true }] });
    await watching.settle();
    watching.change();
    await watching.pass(QUIET);
    expect(watching.builds()).toBe(2);
    await watching.pass(1_999);
    expect(watching.builds()).toBe(2);
    await watching.pass(1);
    expect(watching.builds()).toBe(3);
  });

  test("does not spin when the story was due while builds are not finished", async () => {
    const failed = { failed: true } as const;
    const watching = loop({ reports: [{ next: 1_001 }, failed, failed, failed, failed] });
    await watching.pass(1_000 + 3 * LOOK_AGAIN);
    expect(watching.builds()).toBe(5);
  });

  test("ends when asked to, and leaves no timer and no watcher", async () => {
    const watching = loop({ reports: [{ next: 5_000 }] });
    await watching.settle();
    watching.stop();
    await watching.running;
    expect([watching.builds(), watching.waiting(), watching.closed()]).toEqual([1, 0, true]);
  });

  test("ends after the running build when asked to during one", async () => {
    const watching = loop({ reports: [{ next: 1_010 }] });
    await watching.settle();
    watching.duringNextBuild(() => watching.stop());
    await watching.pass(10_000);
    await watching.running;
    expect([watching.builds(), watching.closed()]).toEqual([2, true]);
  });
});

describe("watched folders", () => {
  /** A folder that is watched; `seen` answers at the next call after a change. */
  function watched() {
    const folder = mkdtempSync(join(tmpdir(), "watched-"));
    mkdirSync(join(folder, "articles/news"), { recursive: true });
    let tell: (place?: string) => void = () => undefined;
    let articles = "articles";
    const watching = watchFolders(
      () => ({ trees: [join(folder, articles)], files: [join(folder, "outlet.yaml")] }),
      (place) => tell(place),
    );
    onTestFinished(() => {
      watching.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const told = (act: () => void) =>
      new Promise<string | undefined>((resolve) => {
        tell = resolve;
        act();
      });
    const seen = async (act: () => void) => {
      await told(act);
      return true;
    };
    const rename = (from: string, to: string) => renameSync(join(folder, from), join(folder, to));
    const name = (other: string) => {
      articles = other;
    };
    return { folder, watching, told, seen, rename, name };
  }

  test("tell of a file that an editor writes beside and renames into place", async () => {
    const { folder, seen } = watched();
    const write = () => {
      writeFileSync(join(folder, "articles/news/.rain.md.part"), "text");
      renameSync(join(folder, "articles/news/.rain.md.part"), join(folder, "articles/news/rain.md"));
    };
    expect(await seen(write)).toBe(true);
  });

  test("tell what has changed", async () => {
    const { folder, told } = watched();
    const file = join(folder, "articles/news/rain.md");
    expect(await told(() => writeFileSync(file, "text"))).toBe(file);
  });

  test("tell of a new folder, and after a refresh of what is in it", async () => {
    const { folder, watching, seen } = watched();
    expect(await seen(() => mkdirSync(join(folder, "articles/world")))).toBe(true);
    expect(watching.refresh()).toBe(true);
    expect(watching.refresh()).toBe(false);
    expect(await seen(() => writeFileSync(join(folder, "articles/world/a.md"), "text"))).toBe(true);
  });

  test("tell of the configuration", async () => {
    const { folder, seen } = watched();
    expect(await seen(() => writeFileSync(join(folder, "outlet.yaml"), "title: x"))).toBe(true);
  });

  test("tell of the articles going away, coming back, and of what is written afterwards", async () => {
    const { folder, watching, seen, rename } = watched();
    expect(await seen(() => rename("articles", "articles.off"))).toBe(true);
    watching.refresh();
    expect(await seen(() => rename("articles.off", "articles"))).toBe(true);
    watching.refresh();
    expect(await seen(() => writeFileSync(join(folder, "articles/news/a.md"), "text"))).toBe(true);
  });

  test("tell of what is written into a folder that took another's place between two refreshes", async () => {
    const { folder, watching, seen, rename } = watched();
    mkdirSync(join(folder, "next/news"), { recursive: true });
    const replace = () => {
      rename("articles", "before");
      rename("next", "articles");
    };
    expect(await seen(replace)).toBe(true);
    watching.refresh();
    expect(await seen(() => writeFileSync(join(folder, "articles/news/a.md"), "text"))).toBe(true);
  });

  test("tell of the folder that the outlet is in coming back, however many folders are gone above it", async () => {
    const { folder, watching, seen, name } = watched();
    name("a/b/articles");
    watching.refresh();
    expect(await seen(() => mkdirSync(join(folder, "a")))).toBe(true);
    watching.refresh();
    expect(await seen(() => mkdirSync(join(folder, "a/b")))).toBe(true);
    watching.refresh();
    expect(await seen(() => mkdirSync(join(folder, "a/b/articles")))).toBe(true);
    watching.refresh();
    expect(await seen(() => writeFileSync(join(folder, "a/b/articles/a.md"), "text"))).toBe(true);
  });

  test("follow a configuration that names another folder", async () => {
    const { folder, watching, seen, name } = watched();
    mkdirSync(join(folder, "texts"));
    name("texts");
    watching.refresh();
    expect(await seen(() => writeFileSync(join(folder, "texts/a.md"), "text"))).toBe(true);
  });

  test("may be missing altogether", () => {
    const watching = watchFolders(
      () => ({ trees: ["/nonexistent/articles"], files: ["/nonexistent/outlet.yaml"] }),
      () => undefined,
    );
    watching.refresh();
    watching.close();
  });
});

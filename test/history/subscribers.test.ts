import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BuildReport } from "../../src/build/report.ts";
import { defineOutlet } from "../../src/config/load.ts";
import type { Instant } from "../../src/model/article.ts";
import { NOW } from "../newsroom.ts";
import { BREAKAGES, type Breakage, type Copy, type Desk, deskOf, titleOf } from "./desk.ts";
import { DOCUMENTS, deletedIds, feedDate, type Subscriber, subscriber } from "./subscriber.ts";

/** How many sequences are tried, and from which seed: a failure prints the seed that shows it again. */
const { WIREROOM_RUNS, WIREROOM_SEED } = process.env;
const RUNS = Number(WIREROOM_RUNS ?? 200);
const SEED = Number(WIREROOM_SEED ?? 20_250_901);

const DAY = 86_400;

interface Settings {
  readonly since: boolean;
  readonly retraction: "stub" | "remove";
  readonly items: 3 | 50;
}

/** One thing that a desk does. `pick` chooses the story, `at` is in seconds from the present. */
interface Action {
  readonly what: (typeof ACTIONS)[number];
  readonly pick: number;
  readonly at: number;
  readonly how: Breakage;
}

const ACTIONS = [
  "write",
  "write embargoed",
  "write killed",
  "write into a used file",
  "edit",
  "retitle",
  "update",
  "correct",
  "rename",
  "delete",
  "restore",
  "break",
  "repair",
  "draft",
  "undraft",
  "redate",
  "retract",
  "take the retraction back",
  "expire",
  "copy",
  "remove the copy",
] as const;

/** Some work, then a build, then readers who look or do not. */
interface Step {
  readonly actions: readonly Action[];
  /** Seconds that pass before. */
  readonly wait: number;
  /** Seconds that the build's clock is behind. */
  readonly behind: number;
  readonly loss: "nothing" | "state" | "disk";
  readonly polls: readonly [boolean, boolean, boolean];
}

const seconds = fc.oneof(
  fc.integer({ min: -3600, max: 3600 }),
  fc.integer({ min: -2 * DAY, max: 2 * DAY }),
  fc.constantFrom(-60, -1, 0, 1, 60),
);
const action: fc.Arbitrary<Action> = fc.record({
  what: fc.oneof(
    { weight: 1, arbitrary: fc.constant("write" as const) },
    { weight: 4, arbitrary: fc.constantFrom(...ACTIONS) },
  ),
  pick: fc.nat(7),
  at: seconds,
  how: fc.constantFrom(...(Object.keys(BREAKAGES) as Breakage[])),
});
const step: fc.Arbitrary<Step> = fc.record({
  actions: fc.array(action, { maxLength: 4 }),
  wait: fc.oneof(fc.integer({ min: 1, max: DAY }), fc.integer({ min: 1, max: 3600 }), fc.constantFrom(1, 60)),
  behind: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 * DAY }) },
  ),
  loss: fc.constantFrom("nothing", "nothing", "nothing", "state", "disk"),
  polls: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
});
const settings: fc.Arbitrary<Settings> = fc.record({
  since: fc.boolean(),
  retraction: fc.constantFrom("stub", "remove"),
  items: fc.constantFrom(3, 50, 50),
});

/** A story as the last release showed it. */
interface Shown {
  readonly title: string;
  readonly stub: boolean;
  readonly published: Instant;
  readonly expires?: Instant;
}

/** What the desk means and what was published: enough to say what every feed must show. */
class World {
  readonly copies: Copy[] = [];
  readonly desk: Desk;
  readonly settings: Settings;
  /** The last release, by number of the story. */
  shown: ReadonlyMap<number, Shown> = new Map();
  /** Stories that a release has shown, with the file that they were in then. */
  readonly paths = new Map<number, string>();
  /** Stories whose retraction was told. */
  readonly takenBack = new Set<number>();
  released = false;
  present = NOW;

  constructor(given: Settings) {
    this.settings = given;
    this.desk = deskOf(
      defineOutlet({
        title: "The Harbour Press",
        url: "https://news.example/",
        zone: "Asia/Karachi",
        ...(given.since && { since: "2019-01-01" }),
        retraction: given.retraction,
        limit: given.items,
        feeds: { section: false, tag: false, author: false, language: false },
        guards: { vanish: { count: 1, share: 0.5 }, flood: 2 },
      }),
    );
  }

  /** The stories that the main feed must show at a moment, in its order. */
  expected(now: Instant): readonly { readonly number: number; readonly shown: Shown }[] {
    const live = this.copies.flatMap((copy) => {
      const shown = this.standing(copy, now);
      return shown === undefined ? [] : [{ number: copy.number, shown }];
    });
    return live.sort((a, b) => b.shown.published - a.shown.published).slice(0, this.settings.items);
  }

  private standing(copy: Copy, now: Instant): Shown | undefined {
    const { number, broken, twin, deleted, draft, retracted, expires } = copy;
    if (deleted === true) return undefined;
    const last = this.shown.get(number);
    const isUnclear =
      broken === undefined && twin !== undefined && draft !== true && this.paths.get(number) !== copy.path;
    if (broken !== undefined || isUnclear) {
      // What can be read of the file says that the story is to go.
      const readable = broken === "wrong date" || isUnclear;
      const goes =
        (readable && (draft === true || retracted !== undefined)) || (broken !== undefined && BREAKAGES[broken].goes);
      return goes || (last?.expires ?? Number.POSITIVE_INFINITY) <= now ? undefined : last;
    }
    const published = Math.max(copy.date, copy.embargo ?? 0);
    if (draft === true || published > now) return undefined;
    if (retracted !== undefined && retracted <= now) {
      const known = !this.released || this.paths.has(number);
      if (!known || this.settings.retraction === "remove") return undefined;
      return { title: `Retracted: ${titleOf(copy)}`, stub: true, published };
    }
    if (expires !== undefined && expires <= now) return undefined;
    return { title: titleOf(copy), stub: false, published, ...(expires !== undefined && { expires }) };
  }

  act({ what, pick, at, how }: Action, touched: Set<number>): void {
    const { copies, present } = this;
    if (
      what === "write killed" ||
      what === "write" ||
      what === "write embargoed" ||
      what === "write into a used file"
    ) {
      const number = copies.length + 1;
      const used =
        what === "write into a used file"
          ? copies.find(({ deleted, path }) => deleted === true && !this.isTaken(path))
          : undefined;
      const copy: Copy = {
        number,
        path: used?.path ?? `${pick % 2 === 0 ? "city" : "world"}/story-${number}.md`,
        // No two are dated alike, so that their order is plain.
        date: Math.floor((present + at) / 100) * 100 + number,
        text: 0,
        heading: 0,
        corrections: [],
        accepts: [],
        ...(pick % 3 === 0 && { id: this.settings.since ? `own-${number}` : `urn:example:${number}` }),
        ...(what === "write killed" && { retracted: present - Math.abs(at) }),
        ...(what === "write embargoed" && { embargo: Math.floor((present + Math.abs(at)) / 100) * 100 + number }),
      };
      copies.push(copy);
      touched.add(number);
      return;
    }
    const copy = copies[pick % Math.max(1, copies.length)];
    // One thing at a time: nobody could know a file that was renamed, rewritten and given another headline between two builds.
    if (copy === undefined || touched.has(copy.number)) return;
    touched.add(copy.number);
    if (copy.deleted === true) {
      if (what === "restore" && !this.isTaken(copy.path)) delete copy.deleted;
      return;
    }
    if (copy.broken !== undefined) {
      if (what === "repair") delete copy.broken;
      if (what === "delete") copy.deleted = true;
      return;
    }
    switch (what) {
      case "edit":
        copy.text++;
        return;
      case "retitle":
        copy.heading++;
        return;
      case "update":
        copy.updated = present + at;
        return;
      case "correct":
        copy.corrections.push(present + at);
        return;
      case "rename":
        copy.path = `renamed/${pick}-${at}-${copy.number}.md`;
        return;
      case "delete":
        if (copy.twin === undefined) copy.deleted = true;
        return;
      case "break":
        if (copy.twin === undefined) copy.broken = how;
        return;
      case "draft":
        copy.draft = true;
        return;
      case "undraft":
        delete copy.draft;
        return;
      case "redate":
        copy.date += Math.ceil(at / 100) * 100;
        return;
      case "retract":
        // Desks often write the day alone, and it begins before the story does.
        copy.retracted = at % 2 === 0 ? present + at : Math.floor(copy.date / DAY) * DAY;
        return;
      case "take the retraction back":
        delete copy.retracted;
        return;
      case "expire":
        copy.expires = present + (at % 2 === 0 ? at : Math.abs(at));
        return;
      case "copy":
        if (copy.id !== undefined && copy.twin === undefined) copy.twin = `copies/${copy.number}.md`;
        return;
      case "remove the copy":
        delete copy.twin;
        return;
    }
  }

  private isTaken(path: string): boolean {
    return this.copies.some((copy) => copy.deleted !== true && copy.path === path);
  }

  /** Builds, and does what a refused build says until one is published: what it says must be enough. */
  async publish(behind: number): Promise<{ readonly report: BuildReport; readonly clock: Instant }> {
    let clock = this.present - behind;
    const accept: string[] = [];
    const refusals: string[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      this.desk.file(this.copies);
      const before = this.desk.releases.files;
      const report = await this.desk.build(clock, accept);
      if (report.exit === 0 || report.exit === 1) return { report, clock };
      expect(report.exit).toBe(3);
      expect(this.desk.releases.files).toBe(before);
      for (const { code, message, location } of report.diagnostics) {
        refusals.push(`${code}: ${message}`);
        const copy = this.copies.find((one) => one.deleted !== true && `articles/${one.path}` === location?.file);
        if (code === "guard/clock-back") clock = this.present;
        else if (code === "guard/vanish" || code === "guard/flood") accept.push(code);
        else if (copy !== undefined) this.mend(copy, code, message);
      }
    }
    throw new Error(`A refused build does not say how to go on:\n${refusals.join("\n")}`);
  }

  private mend(copy: Copy, code: string, message: string): void {
    const [, field, value = ""] = /write "(id|date|updated): ([^"]+)"/.exec(message) ?? [];
    if (code === "guard/id-reused") copy.id = `https://news.example/own/${copy.number}`;
    if (code === "guard/reappeared") {
      copy.accepts.push(code);
      copy.updated = this.present;
    }
    if (field === "id") copy.id = value;
    if (field === "updated") copy.updated = Date.parse(value) / 1000;
    if (field === "date") {
      copy.date = Date.parse(value) / 1000;
      delete copy.embargo;
    }
  }

  /** Notes what a release shows. */
  note(expected: readonly { readonly number: number; readonly shown: Shown }[]): void {
    this.released = true;
    this.shown = new Map(expected.map(({ number, shown }) => [number, shown]));
    for (const { number } of expected) if (!this.paths.has(number)) this.paths.set(number, "");
    for (const copy of this.copies)
      if (this.paths.has(copy.number) && copy.deleted !== true && copy.broken === undefined) {
        if (copy.twin === undefined || copy.draft === true) this.paths.set(copy.number, copy.path);
      }
  }
}

/** The bytes of a story in a document. */
function entryOf(document: string, format: Subscriber["format"], number: number): string | undefined {
  const entries = {
    rss: () => document.match(/<item>[\s\S]*?<\/item>|<item [\s\S]*?<\/item>/g) ?? [],
    atom: () => document.match(/<entry[\s\S]*?<\/entry>/g) ?? [],
    json: () => JSON.parse(document).items.map((item: unknown) => JSON.stringify(item)) as string[],
  }[format]();
  return entries.find((entry) => new RegExp(`Story ${number}\\b`).test(entry));
}

async function live(given: Settings, steps: readonly Step[]): Promise<void> {
  const world = new World(given);
  const readers = (["rss", "atom", "json"] as const).map(subscriber);
  for (const pick of [0, 1, 2]) world.act({ what: "write", pick, at: -DAY * (pick + 1), how: "empty" }, new Set());
  for (const { actions, wait, behind, loss, polls } of steps) {
    world.present += wait;
    const touched = new Set<number>();
    for (const one of actions) world.act(one, touched);
    if (loss === "state") world.desk.forget();
    const before = world.desk.releases.files;
    const wasShown = world.shown;
    if (loss === "disk") world.desk.move();
    const { report, clock } = await world.publish(behind);
    const expected = world.expected(clock);
    const numbers = expected.map(({ number }) => number);
    const due = world.expected(world.present).map(({ number }) => number);
    // A clock that is behind takes nothing back.
    expect([...wasShown.keys()].filter((number) => due.includes(number) && !numbers.includes(number))).toEqual([]);
    const text = (format: Subscriber["format"]) => world.desk.releases.text(DOCUMENTS[format]);
    for (const [index, reader] of readers.entries()) {
      const { format } = reader;
      // A reader that looks every time, and the one above that misses some.
      const stranger = subscriber(format);
      expect({ format, numbers: stranger.poll(text(format), world.present) }).toEqual({ format, numbers });
      expect([...stranger.items.values()].map(({ title }) => title)).toEqual(expected.map(({ shown }) => shown.title));
      if (polls[index] === true) {
        reader.poll(text(format), world.present);
        for (const { number, shown } of expected) {
          const held = [...reader.items.values()].find((one) => one.number === number);
          if (shown.stub && held?.title.startsWith("Retracted: ") !== true)
            throw new Error(`A reader of ${format} still shows the retracted story ${number}`);
        }
      }
      for (const { number } of expected) {
        const copy = world.copies[number - 1];
        if (copy?.broken === undefined || !wasShown.has(number)) continue;
        const old = Buffer.from(before.get(DOCUMENTS[format]) ?? []).toString("utf8");
        expect(entryOf(text(format), format, number)).toBe(entryOf(old, format, number));
      }
    }
    const atom = text("atom");
    for (const { number, retracted, broken, deleted, draft, path, accepts } of world.copies) {
      if (broken !== undefined || deleted === true || draft === true || !isReadable(world, number)) continue;
      const isTold = retracted !== undefined && retracted <= clock;
      // What was taken back comes back only when the desk says so.
      if (!isTold && numbers.includes(number) && world.takenBack.has(number)) {
        expect(accepts).toContain("guard/reappeared");
        world.takenBack.delete(number);
      }
      if (!isTold || !world.paths.has(number)) continue;
      world.takenBack.add(number);
      if (!wasShown.has(number) || wasShown.get(number)?.stub === true) continue;
      expect(deletedIds(atom)).toContain(rowIdOf(world, path));
      // Only a feed that is dated by this second, or by a clock that was ahead, cannot move.
      const old = feedDate("atom", Buffer.from(before.get("atom.xml") ?? []).toString("utf8")) ?? 0;
      expect(feedDate("atom", atom) ?? 0).toBeGreaterThan(old >= clock ? old - 1 : old);
    }
    // Nothing that a reader sees changes by time alone before the moment that the build names.
    world.note(expected);
    const until = report.next ?? clock + 400 * DAY;
    expect(world.expected(until - 1)).toEqual(world.expected(clock));
  }
}

function isReadable(world: World, number: number): boolean {
  const copy = world.copies[number - 1];
  return copy !== undefined && (copy.twin === undefined || world.paths.get(number) === copy.path);
}

function rowIdOf({ desk }: World, path: string): string | undefined {
  const last = desk.releases.last();
  const rows = "release" in last ? (last.release?.manifest.stories ?? []) : [];
  return rows.find((row) => row.path === path && row.state === "retracted")?.id;
}

describe("whatever a desk does between builds", () => {
  test(`no subscriber sees a story twice, ahead of its time, or live after its retraction, and none is lost (${RUNS} sequences, seed ${SEED})`, async () => {
    await fc.assert(fc.asyncProperty(settings, fc.array(step, { minLength: 1, maxLength: 9 }), live), {
      numRuns: RUNS,
      seed: SEED,
    });
  }, 600_000);
});

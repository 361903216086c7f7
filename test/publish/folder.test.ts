import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type FileSystem, nodeFileSystem, PublishProblem, releaseFolder } from "../../src/publish/index.ts";
import { release } from "./fixtures.ts";
import { errno } from "./memory-file-system.ts";

const folder = mkdtempSync(join(tmpdir(), "wireroom-publish-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

const FIRST = { "atom.xml": "<feed/>", "rss.xml": "<rss>1</rss>", "tags/a/rss.xml": "<rss>a</rss>" };
const SECOND = { "atom.xml": "<feed/>", "rss.xml": "<rss>2</rss>" };

describe.each(["plain", "releases"] as const)("%s", (mode) => {
  const served = (out: string) => (mode === "plain" ? out : join(out, "current"));
  const publish = (out: string, texts: Readonly<Record<string, string>>, verify = false) =>
    releaseFolder({ out, mode, verify }).publish(release(texts));

  test("tells what changed, and keeps inode and time of what did not", () => {
    const out = freshFolder();
    expect(publish(out, FIRST)).toMatchObject({
      files: 5,
      changed: ["atom.xml", "manifest.json", "rss.xml", "stories.json", "tags/a/rss.xml"],
      unchanged: 0,
      warnings: [],
    });
    const { ino, mtimeMs } = statSync(join(served(out), "atom.xml"));
    expect(publish(out, SECOND)).toMatchObject({
      files: 4,
      changed: ["manifest.json", "rss.xml", "tags/a/rss.xml"],
      unchanged: 2,
      warnings: [],
    });
    expect(statSync(join(served(out), "atom.xml"))).toMatchObject({ ino, mtimeMs });
    expect(existsSync(join(served(out), "tags"))).toBe(false);
    expect(readFileSync(join(served(out), "rss.xml"), "utf8")).toBe("<rss>2</rss>");
  });

  test("a process that has the last release in mind finds what reading it would find, and reads it when somebody touched it", () => {
    const out = freshFolder();
    const store = releaseFolder({ out, mode, memory: {} });
    const reader = releaseFolder({ out, mode });
    for (const [texts, title] of [
      [FIRST, "Rain"],
      [SECOND, "Rain"],
      [FIRST, "Wind"],
    ] as const) {
      store.publish(release(texts, title));
      const [found, again] = [store.last(), store.last()];
      expect(found).toEqual(reader.last());
      // One object: nothing was read.
      expect("release" in found && "release" in again && found.release === again.release).toBe(true);
    }
    reader.publish(release(SECOND, "Snow"));
    expect(store.last()).toEqual(reader.last());
    appendFileSync(join(served(out), "stories.json"), " ");
    expect(store.last()).toEqual(reader.last());
    expect(store.last()).toMatchObject({ problem: { code: "publish/mixed-release" } });
  });

  test("does nothing when nothing changed, and has the same id", () => {
    const out = freshFolder();
    const { id } = publish(out, FIRST);
    const before = statSync(join(served(out), "manifest.json"));
    expect(publish(out, FIRST)).toEqual({ id, files: 5, changed: [], unchanged: 5, warnings: [] });
    expect(statSync(join(served(out), "manifest.json"))).toMatchObject({ ino: before.ino, ctimeMs: before.ctimeMs });
  });

  test("times of changed files move forward by a second or more, even when the clock went back", () => {
    const out = freshFolder();
    publish(out, FIRST);
    const file = join(served(out), "rss.xml");
    // 2100-01-01
    const future = 4_102_444_800;
    utimesSync(file, future, future);
    publish(out, SECOND);
    expect(statSync(join(served(out), "rss.xml")).mtimeMs).toBe((future + 1) * 1000);
    publish(out, FIRST);
    expect(statSync(join(served(out), "rss.xml")).mtimeMs).toBe((future + 2) * 1000);
  });

  test("every file can be read and every folder entered by all, whatever the umask", () => {
    for (const umask of [0o077, 0o000]) {
      const out = freshFolder();
      const before = process.umask(umask);
      try {
        publish(out, FIRST);
      } finally {
        process.umask(before);
      }
      expect(statSync(join(served(out), "rss.xml")).mode & 0o777).toBe(0o644);
      expect(statSync(join(served(out), "tags/a")).mode & 0o777).toBe(0o755);
    }
  });

  test.each([
    ["another length", (file: string) => appendFileSync(file, "!")],
    ["the same length", (file: string) => writeFileSync(file, "<rss>X</rss>")],
    ["nothing", (file: string) => rmSync(file)],
  ])("repairs a file that something changed to %s", (_, spoil) => {
    const out = freshFolder();
    publish(out, FIRST);
    spoil(join(served(out), "rss.xml"));
    expect(publish(out, FIRST).changed).toEqual(["rss.xml"]);
    expect(readFileSync(join(served(out), "rss.xml"), "utf8")).toBe(FIRST["rss.xml"]);
    expect(publish(out, FIRST).changed).toEqual([]);
  });

  test("a file that changed without any trace is found when all is verified", () => {
    const out = freshFolder();
    publish(out, FIRST);
    const fs = {
      ...nodeFileSystem,
      // A disk whose bytes have turned, or a clock that was set back.
      lstat: (path: string) => {
        const facts = nodeFileSystem.lstat(path);
        return facts === undefined ? undefined : { ...facts, touched: 0 };
      },
    };
    writeFileSync(join(served(out), "rss.xml"), "<rss>X</rss>");
    expect(releaseFolder({ out, mode, fs }).publish(release(FIRST)).changed).toEqual([]);
    expect(releaseFolder({ out, mode, fs, verify: true }).publish(release(FIRST)).changed).toEqual(["rss.xml"]);
  });

  test("makes no bytes of a document that is known not to have changed", () => {
    const out = freshFolder();
    const ready = release(FIRST);
    releaseFolder({ out, mode }).publish(ready);
    const rows = new Map(lastOf(out).manifest.files.map((row) => [row.path, row]));
    const documents = ready.documents.map(({ path, format }) => ({
      path,
      format,
      known: rows.get(path) ?? { size: 0, sha256: "" },
      pieces: (): Uint8Array[] => {
        throw new Error("made");
      },
    }));
    expect(releaseFolder({ out, mode }).publish({ ...ready, documents }).changed).toEqual([]);
  });

  test("a document that is not what it was said to be is a bug, and changes nothing", () => {
    const out = freshFolder();
    publish(out, FIRST);
    const ready = release(SECOND);
    const documents = ready.documents.map((document) => ({
      ...document,
      pieces: () => [Buffer.from("other")],
      known: { size: 9, sha256: "0".repeat(64) },
    }));
    expect(() => releaseFolder({ out, mode }).publish({ ...ready, documents })).toThrow(
      "is not what it was said to be",
    );
    expect(readFileSync(join(served(out), "rss.xml"), "utf8")).toBe(FIRST["rss.xml"]);
    expect(existsSync(join(out, ".wireroom-release"))).toBe(false);
  });

  test("copies where the file system gives a file no second name", () => {
    const out = freshFolder();
    const fs = {
      ...nodeFileSystem,
      link: () => {
        throw errno("EXDEV");
      },
    };
    const store = releaseFolder({ out, mode, fs });
    store.publish(release(FIRST));
    const { mtimeMs } = statSync(join(served(out), "atom.xml"));
    expect(store.publish(release(SECOND)).changed).toEqual(["manifest.json", "rss.xml", "tags/a/rss.xml"]);
    expect(statSync(join(served(out), "atom.xml")).mtimeMs).toBeCloseTo(mtimeMs, 0);
    expect(store.publish(release(SECOND)).changed).toEqual([]);
  });

  test.each([
    ["climbs", "../rss.xml"],
    ["climbs from within", "tags/../../rss.xml"],
    ["is absolute", "/etc/rss.xml"],
    ["has an empty part", "tags//rss.xml"],
    ["stays where it is", "./rss.xml"],
    ["is empty", ""],
    ["ends in a slash", "tags/"],
    ["has a NUL", "a\0b.xml"],
    ["is the manifest", "manifest.json"],
    ["is in the staging folder", ".wireroom-release/journal.json"],
    ["is in the folder of releases", "releases/rss.xml"],
  ])("refuses a path that %s, and publishes nothing", (_, path) => {
    const out = freshFolder();
    expect(codeOf(() => publish(out, { [path]: "<rss/>" }))).toBe("publish/unsafe-path");
    expect(readdirSync(out)).toEqual([]);
  });

  test("follows an output folder that is a link, and makes one that is missing", () => {
    const out = freshFolder();
    const link = join(freshFolder(), "link");
    symlinkSync(out, link);
    publish(link, FIRST);
    expect(readFileSync(join(served(out), "rss.xml"), "utf8")).toBe(FIRST["rss.xml"]);
    const missing = join(freshFolder(), "a", "b");
    publish(missing, FIRST);
    expect(statSync(missing).mode & 0o777).toBe(0o755);
  });

  test("refuses an output folder that is a file or a link to nothing", () => {
    const file = join(freshFolder(), "file");
    writeFileSync(file, "");
    expect(codeOf(() => publish(file, FIRST))).toBe("publish/out-no-folder");
    const link = join(freshFolder(), "link");
    symlinkSync("nowhere", link);
    expect(codeOf(() => publish(link, FIRST))).toBe("publish/out-no-folder");
  });

  test("writes, syncs, reads back, renames and syncs the folder, in this order", () => {
    const out = freshFolder();
    publish(out, FIRST);
    const trace: string[] = [];
    const names = new Map<number, string>();
    const fs = {
      ...nodeFileSystem,
      open: (path: string, flags: number, permissions?: number) => {
        const file = nodeFileSystem.open(path, flags, permissions);
        names.set(file, path.slice(out.length + 1));
        return file;
      },
      fsync: (file: number) => void trace.push(`fsync ${names.get(file)}`),
      rename: (from: string, to: string) => {
        trace.push(`rename ${to.slice(out.length + 1)}`);
        nodeFileSystem.rename(from, to);
      },
    };
    releaseFolder({ out, mode, fs }).publish(release(SECOND));
    expect(trace).toEqual(
      mode === "plain"
        ? [
            "fsync .wireroom-release",
            "fsync ",
            "fsync .wireroom-release/new/0",
            "fsync .wireroom-release/new/manifest.json",
            "fsync .wireroom-release/new",
            "fsync .wireroom-release/old",
            "fsync .wireroom-release/journal.json.new",
            "rename .wireroom-release/journal.json",
            "fsync .wireroom-release",
            "rename rss.xml",
            "fsync ",
            "rename .wireroom-release/old/2",
            "fsync .wireroom-release/old",
            "fsync tags/a",
            "rename manifest.json",
            "fsync ",
          ]
        : [
            "fsync .wireroom-release",
            "fsync ",
            "fsync .wireroom-release/new/rss.xml",
            "fsync .wireroom-release/new/manifest.json",
            "fsync .wireroom-release/new",
            expect.stringMatching(/^rename releases\/2-/),
            "fsync releases",
            "fsync .wireroom-release",
            "rename current",
            "fsync ",
          ],
    );
  });

  /** A file system that counts the files that are open. */
  function counting(more: Partial<FileSystem> = {}) {
    const count = { open: 0, most: 0 };
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: (path, flags, permissions) => {
        const file = nodeFileSystem.open(path, flags, permissions);
        count.most = Math.max(count.most, ++count.open);
        return file;
      },
      close: (file) => {
        count.open--;
        nodeFileSystem.close(file);
      },
      ...more,
    };
    return { fs, count };
  }

  const MANY = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`tags/${at}/rss.xml`, `<rss>${at}</rss>`]));

  test("about twenty files are open at once, however many there are", () => {
    const { fs, count } = counting();
    releaseFolder({ out: freshFolder(), mode, fs }).publish(release(MANY));
    expect(count.open).toBe(0);
    expect(count.most).toBeLessThanOrEqual(20);
  });

  test.each(["rename", "fsync", "flush"] as const)("no file is left open when the disk fails at a %s", (call) => {
    const out = freshFolder();
    publish(out, FIRST);
    let left = 12;
    const failing = (...parameters: never[]) => {
      if (call === "rename" || --left < 0) throw errno("EIO");
      (nodeFileSystem[call] as (...all: never[]) => void)(...parameters);
    };
    const { fs, count } = counting({ [call]: failing });
    expect(codeOf(() => releaseFolder({ out, mode, fs }).publish(release(MANY)))).toBe("publish/failed");
    expect(count.open).toBe(0);
    expect(
      release(FIRST)
        .documents.map(({ path }) => path)
        .every((path) => existsSync(join(served(out), path))),
    ).toBe(true);
  });

  test("what ends publishing before any of its files is staged leaves the last release, and nothing beside it", () => {
    const out = freshFolder();
    publish(out, FIRST);
    const tree = () =>
      readdirSync(out, { recursive: true, withFileTypes: true })
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [path, entry.isFile() ? `${statSync(path).mtimeMs} ${readFileSync(path, "utf8")}` : ""];
        })
        .sort();
    const before = tree();
    const files = new Set<string>();
    for (let at = 0; at < Object.keys(SECOND).length + 2; at++) {
      const onFile = (done: number, all: number) => {
        files.add(`${done} of ${all}`);
        if (done === at) throw new Error("It takes too long");
      };
      expect(() => releaseFolder({ out, mode }).publish(release(SECOND), { onFile })).toThrow("It takes too long");
      expect(tree()).toEqual(before);
    }
    expect([...files]).toEqual(["0 of 4", "1 of 4", "2 of 4", "3 of 4"]);
    expect(publish(out, SECOND).changed).toContain("rss.xml");
  });

  test("every new file is flushed before it is synced, and the next ones are written meanwhile", () => {
    const out = freshFolder();
    const names = new Map<number, string>();
    const trace: string[] = [];
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: (path, flags, permissions) => {
        const file = nodeFileSystem.open(path, flags, permissions);
        names.set(file, path);
        return file;
      },
      flush: (path) => void trace.push(`flush ${path}`),
      fsync: (file) => void trace.push(`fsync ${names.get(file)}`),
    };
    releaseFolder({ out, mode, fs }).publish(release(MANY));
    const flushed = trace.filter((call) => call.startsWith("flush ")).map((call) => call.slice(6));
    const ahead = flushed.map((path) => {
      const between = trace.slice(trace.indexOf(`flush ${path}`), trace.indexOf(`fsync ${path}`));
      return between.filter((call) => call.startsWith("flush ")).length - 1;
    });
    expect(flushed.length).toBe(62);
    expect([Math.max(...ahead), ahead.at(-1)]).toEqual([8, 0]);
  });
});

describe("what is in the way of plain files", () => {
  const publish = (out: string, texts: Readonly<Record<string, string>> = FIRST) =>
    releaseFolder({ out, mode: "plain" }).publish(release(texts));

  test.each<[name: string, make: (path: string) => void]>([
    ["a foreign file", (path) => writeFileSync(path, "mine")],
    ["a foreign file of the same length", (path) => writeFileSync(path, "<rss>M</rss>")],
    ["a folder", (path) => mkdirSync(path)],
    ["a link to a file", (path) => symlinkSync("/etc/hostname", path)],
    ["a link to nothing", (path) => symlinkSync("nowhere", path)],
    ["a pipe", (path) => execFileSync("mkfifo", [path])],
  ])("%s is refused, named, and left alone", (_, make) => {
    const out = freshFolder();
    make(join(out, "rss.xml"));
    const before = lstatSync(join(out, "rss.xml"));
    expect(() => publish(out)).toThrow(/^Cannot publish "rss\.xml": /);
    expect(codeOf(() => publish(out))).toBe("publish/in-the-way");
    expect(lstatSync(join(out, "rss.xml"))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(readdirSync(out)).toEqual(["rss.xml"]);
  });

  test("a foreign file of the same bytes is taken over", () => {
    const out = freshFolder();
    writeFileSync(join(out, "rss.xml"), FIRST["rss.xml"]);
    const { ino } = statSync(join(out, "rss.xml"));
    expect(publish(out).changed).not.toContain("rss.xml");
    expect(statSync(join(out, "rss.xml")).ino).toBe(ino);
    expect(publish(out, SECOND).changed).toContain("rss.xml");
  });

  test.each<[name: string, make: (path: string) => void]>([
    ["a file", (path) => writeFileSync(path, "mine")],
    ["a link to a folder elsewhere", (path) => symlinkSync(freshFolder(), path)],
  ])("%s where a folder must be is refused", (_, make) => {
    const out = freshFolder();
    make(join(out, "tags"));
    expect(() => publish(out)).toThrow(/^Cannot publish "tags": /);
    expect(readdirSync(out)).toEqual(["tags"]);
  });

  test("a folder put in the place of a published file is refused before any file is switched", () => {
    const out = freshFolder();
    publish(out);
    rmSync(join(out, "rss.xml"));
    mkdirSync(join(out, "rss.xml"));
    expect(codeOf(() => publish(out, { ...SECOND, "atom.xml": "<feed>2</feed>" }))).toBe("publish/in-the-way");
    expect(readFileSync(join(out, "atom.xml"), "utf8")).toBe(FIRST["atom.xml"]);
  });

  test("a published file that has a second name elsewhere is replaced, and the other name keeps the old bytes", () => {
    const out = freshFolder();
    publish(out);
    const other = join(freshFolder(), "backup.xml");
    linkSync(join(out, "rss.xml"), other);
    publish(out, SECOND);
    expect(readFileSync(other, "utf8")).toBe(FIRST["rss.xml"]);
  });

  test("a file that goes and that something else has changed is left, with a warning", () => {
    const out = freshFolder();
    publish(out);
    writeFileSync(join(out, "tags/a/rss.xml"), "mine now");
    expect(publish(out, SECOND).warnings).toMatchObject([{ code: "publish/left-changed", severity: "warning" }]);
    expect(readFileSync(join(out, "tags/a/rss.xml"), "utf8")).toBe("mine now");
  });

  test("another program's manifest.json is not taken for ours", () => {
    const out = freshFolder();
    writeFileSync(join(out, "manifest.json"), '{"name":"App","icons":[]}');
    expect(codeOf(() => publish(out))).toBe("publish/unusable-release");
    expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe('{"name":"App","icons":[]}');
  });
});

describe("release folders", () => {
  const publish = (out: string, text: string) =>
    releaseFolder({ out, mode: "releases" }).publish(release({ "rss.xml": text, "atom.xml": "<feed/>" }));

  test("the last three stay, unchanged files are the same files, and foreign things in between are left", () => {
    const out = freshFolder();
    publish(out, "1");
    writeFileSync(join(out, "releases", "readme.txt"), "mine");
    mkdirSync(join(out, "releases", "99-backup"));
    for (const text of ["2", "3", "4", "5"]) publish(out, text);
    const names = readdirSync(join(out, "releases")).sort();
    expect(names.map((name) => name.replace(/-.*/, ""))).toEqual(["3", "4", "5", "99", "readme.txt"]);
    expect(readlinkSync(join(out, "current"))).toMatch(/^releases\/5-[0-9a-f]{12}$/);
    expect(statSync(join(out, "current", "atom.xml")).nlink).toBe(3);
  });

  test("a release that comes back is a new folder, so that times still move forward", () => {
    const out = freshFolder();
    const first = publish(out, "1");
    const before = statSync(join(out, "current/rss.xml")).mtimeMs;
    publish(out, "2");
    expect(publish(out, "1").id).toBe(first.id);
    expect(readlinkSync(join(out, "current"))).toMatch(/^releases\/3-/);
    expect(statSync(join(out, "current/rss.xml")).mtimeMs).toBeGreaterThanOrEqual(before + 1000);
  });

  test("an orphan of an interrupted build is removed", () => {
    const out = freshFolder();
    publish(out, "1");
    const name = readlinkSync(join(out, "current"));
    execFileSync("cp", ["-r", join(out, name), join(out, name.replace("/1-", "/2-"))]);
    releaseFolder({ out, mode: "releases" }).recover();
    expect(readdirSync(join(out, "releases"))).toEqual([name.slice("releases/".length)]);
  });

  test("a link that somebody took away is set again", () => {
    const out = freshFolder();
    publish(out, "1");
    const name = readlinkSync(join(out, "current"));
    rmSync(join(out, "current"));
    expect(releaseFolder({ out, mode: "releases" }).recover()).toMatchObject([{ code: "publish/finished" }]);
    expect(readlinkSync(join(out, "current"))).toBe(name);
    expect(publish(out, "1").changed).toEqual([]);
  });

  test.each(["current", "releases"])("a foreign %s is refused and left alone", (name) => {
    const out = freshFolder();
    writeFileSync(join(out, name), "mine");
    expect(codeOf(() => publish(out, "1"))).toBe("publish/in-the-way");
    expect(readdirSync(out)).toEqual([name]);
  });
});

describe("recovery", () => {
  const interrupted = () => {
    const out = freshFolder();
    releaseFolder({ out, mode: "plain" }).publish(release(FIRST));
    let renames = 0;
    const fs = {
      ...nodeFileSystem,
      rename: (from: string, to: string) => {
        // The journal, rss.xml and tags/b/rss.xml are renamed; the process ends before the rest.
        if (renames++ >= 3) throw errno("EIO");
        nodeFileSystem.rename(from, to);
      },
      lstat: (path: string) => {
        if (renames > 3) throw errno("EIO");
        return nodeFileSystem.lstat(path);
      },
    };
    const next = release({ ...SECOND, "tags/b/rss.xml": "<rss>b</rss>" });
    expect(codeOf(() => releaseFolder({ out, mode: "plain", fs }).publish(next))).toBe("publish/failed");
    expect(readFileSync(join(out, "rss.xml"), "utf8")).toBe("<rss>2</rss>");
    expect(lastOf(out).manifest.files.map(({ path }) => path)).toContain("tags/a/rss.xml");
    return out;
  };
  const journal = (out: string) => join(out, ".wireroom-release/journal.json");

  test("finishes a switch whose files are all whole, whichever way of publishing comes next", () => {
    for (const mode of ["plain", "releases"] as const) {
      const out = interrupted();
      expect(releaseFolder({ out, mode }).recover()).toMatchObject([{ code: "publish/finished", severity: "info" }]);
      expect(lastOf(out).manifest.files.map(({ path }) => path)).toContain("tags/b/rss.xml");
      expect(readdirSync(out)).toEqual(["atom.xml", "manifest.json", "rss.xml", "stories.json", "tags"]);
      expect(readdirSync(join(out, "tags"))).toEqual(["b"]);
    }
  });

  test("undoes a switch when a staged file is not whole, with times that move forward", () => {
    const out = interrupted();
    const seen = statSync(join(out, "rss.xml")).mtimeMs;
    writeFileSync(join(out, ".wireroom-release/new/manifest.json"), "{");
    expect(releaseFolder({ out, mode: "plain" }).recover()).toMatchObject([{ code: "publish/undone" }]);
    expect(readFileSync(join(out, "rss.xml"), "utf8")).toBe(FIRST["rss.xml"]);
    expect(statSync(join(out, "rss.xml")).mtimeMs).toBeGreaterThan(seen);
    expect(readdirSync(join(out, "tags"))).toEqual(["a"]);
    expect(existsSync(join(out, ".wireroom-release"))).toBe(false);
  });

  test.each([
    ["cut", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 90))],
    ["empty", (path: string) => writeFileSync(path, "")],
    ["made to climb", (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace("rss.xml", "../../x"))],
  ])("a journal that is %s stops nobody: the next build brings all files together", (_, spoil) => {
    const out = interrupted();
    spoil(journal(out));
    const store = releaseFolder({ out, mode: "plain" });
    store.recover();
    store.publish(release({ "rss.xml": "<rss>3</rss>", "tags/b/rss.xml": "<rss>b3</rss>" }));
    expect(readFileSync(join(out, "tags/b/rss.xml"), "utf8")).toBe("<rss>b3</rss>");
    expect(readdirSync(out)).toEqual(["manifest.json", "rss.xml", "stories.json", "tags"]);
  });

  test("a build that forgot to recover does so when it publishes", () => {
    const out = interrupted();
    releaseFolder({ out, mode: "plain" }).publish(release(FIRST));
    expect(readFileSync(join(out, "rss.xml"), "utf8")).toBe(FIRST["rss.xml"]);
    expect(readdirSync(join(out, "tags"))).toEqual(["a"]);
  });

  test("does nothing where nothing was ever published", () => {
    const out = join(freshFolder(), "missing");
    expect(releaseFolder({ out, mode: "plain" }).recover()).toEqual([]);
    expect(existsSync(out)).toBe(false);
  });
});

function lastOf(out: string) {
  const last = releaseFolder({ out, mode: "plain" }).last();
  if (!("release" in last) || last.release === undefined) throw new Error("there is no release");
  return last.release;
}

function freshFolder(): string {
  const path = join(folder, String(count++));
  mkdirSync(path);
  return path;
}

function codeOf(act: () => unknown): string {
  try {
    act();
    return "none";
  } catch (cause) {
    if (cause instanceof PublishProblem) return cause.code;
    throw cause;
  }
}

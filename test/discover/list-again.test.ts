import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { articleFolder, LARGEST_ARTICLE, type ListingMemory } from "../../src/discover/index.ts";
import { list, listAgain } from "../../src/discover/list.ts";

/** Long after whatever a test writes, so that every file's times are settled. */
const LATER = Date.now() + 3_600_000;

function folderWith(...paths: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "again-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text = path) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of paths) write(path);
  const again = (before: ReturnType<typeof list>, ...changed: readonly string[]) =>
    listAgain(folder, before, new Set(changed.map((path) => join(folder, path))), LATER);
  return { folder, write, again, list: () => list(folder, LATER) };
}

describe("listing again what may have changed", () => {
  test("gives what listing everything gives", () => {
    const { folder, write, again, list } = folderWith("a.md", "news/b.md", "news/c.txt", "sport/d.html");
    const before = list();
    write("a.md", "longer than it was");
    write("news/aa.md");
    rmSync(join(folder, "news/c.txt"));
    renameSync(join(folder, "sport/d.html"), join(folder, "news/d.html"));
    write("sport/too-large.md");
    truncateSync(join(folder, "sport/too-large.md"), LARGEST_ARTICLE + 1);
    const after = again(
      before,
      "a.md",
      "news/aa.md",
      "news/c.txt",
      "sport/d.html",
      "news/d.html",
      "sport/too-large.md",
    );
    expect(after).toEqual(list());
    expect(after?.problems.map(({ path }) => path)).toEqual(["sport/too-large.md"]);
    expect(after?.files.map(({ path }) => path)).toEqual(["a.md", "news/aa.md", "news/b.md", "news/d.html"]);
  });

  test("looks at nothing else", () => {
    const { write, again, list } = folderWith("a.md", "b.md");
    const before = list();
    write("a.md", "another text");
    write("b.md", "another text");
    const stamps = ({ files }: ReturnType<typeof list>) => files.map(({ stamp }) => stamp);
    const [a] = stamps(list());
    const [, b] = stamps(before);
    const after = again(before, "a.md");
    expect(after && stamps(after)).toEqual([a, b]);
  });

  test("looks again at a file whose times did not tell the last time", () => {
    const { folder, write } = folderWith("a.md", "b.md");
    const before = list(folder, Date.now());
    expect(before.files.map(({ unsettled }) => unsettled)).toEqual([true, true]);
    write("b.md", "another text");
    expect(listAgain(folder, before, new Set(), LATER)).toEqual(list(folder, LATER));
  });

  test("passes over what is no article: leftovers of editors, hidden folders, pictures", () => {
    const { write, again, list } = folderWith("a.md");
    const before = list();
    for (const path of ["a.md~", ".a.md.swp", ".git/x.md", "quay.jpg", "x.tmp"]) write(path);
    expect(again(before, "a.md~", ".a.md.swp", ".git/x.md", "quay.jpg", "x.tmp", "4913")).toEqual(before);
  });

  test.each<[string, (room: ReturnType<typeof folderWith>) => void, readonly string[]]>([
    ["a new folder", ({ write }) => write("new/b.md"), ["new"]],
    ["a folder that is gone", ({ folder }) => rmSync(join(folder, "news"), { recursive: true }), ["news"]],
    ["a folder in a file's place", ({ folder }) => renameSync(join(folder, "news"), join(folder, "c.md")), ["c.md"]],
    [
      "a file that is no article in a folder's place",
      ({ folder }) => {
        rmSync(join(folder, "news"), { recursive: true });
        writeFileSync(join(folder, "news"), "text");
      },
      ["news"],
    ],
    ["a name that is not UTF-8", () => undefined, ["news/\uFFFD.md"]],
    ["a link", ({ folder }) => symlinkSync(join(folder, "a.md"), join(folder, "b.md")), ["b.md"]],
    ["the folder itself", () => undefined, [""]],
    ["something outside of it", () => undefined, ["../outlet.yaml"]],
    ["more than is worth it", () => undefined, Array.from({ length: 101 }, (_, at) => `${at}.md`)],
  ])("leaves %s to a look at everything", (_what, act, changed) => {
    const room = folderWith("a.md", "news/b.md");
    const before = room.list();
    act(room);
    expect(room.again(before, ...changed)).toBeUndefined();
  });

  test("leaves everything to it where a file is a link, for what changed may be where it leads", () => {
    const { folder, again, list } = folderWith("a.md");
    symlinkSync(join(folder, "a.md"), join(folder, "b.md"));
    expect(again(list(), "a.md")).toBeUndefined();
  });

  test("property: whatever was written, moved and removed, it gives that or nothing", () => {
    const path = fc.constantFrom("a.md", "b.md", "n/a.md", "n/b.txt", "n/m/a.md", "n", "o", "o/a.md", "a.md~", "p.jpg");
    const move = fc.oneof(
      fc.record({ kind: fc.constant("write" as const), path, text: fc.string({ maxLength: 5 }) }),
      fc.record({ kind: fc.constant("remove" as const), path }),
      fc.record({ kind: fc.constant("rename" as const), path, to: path }),
      fc.record({ kind: fc.constant("folder" as const), path }),
      fc.record({ kind: fc.constant("mode" as const), path }),
    );
    let told = 0;
    fc.assert(
      fc.property(fc.array(move, { maxLength: 4 }), (moves) => {
        const folder = mkdtempSync(join(tmpdir(), "again-"));
        try {
          const at = (below: string) => join(folder, below);
          mkdirSync(at("n/m"), { recursive: true });
          for (const file of ["a.md", "n/b.txt", "n/m/a.md"]) writeFileSync(at(file), "text");
          const before = list(folder, LATER);
          const changed = new Set<string>();
          for (const one of moves) {
            // What a system tells of: the names that something was done to, also when it then failed.
            changed.add(at(one.path));
            if (one.kind === "rename") changed.add(at(one.to));
            try {
              if (one.kind === "write") writeFileSync(at(one.path), one.text);
              if (one.kind === "remove") rmSync(at(one.path), { recursive: true });
              if (one.kind === "rename") renameSync(at(one.path), at(one.to));
              if (one.kind === "folder") mkdirSync(at(one.path));
              if (one.kind === "mode") chmodSync(at(one.path), 0o755);
            } catch {
              // A file cannot be written where a folder is: nothing has changed.
            }
          }
          const after = listAgain(folder, before, changed, LATER);
          if (after === undefined) return;
          told++;
          expect(after).toEqual(list(folder, LATER));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 300, seed: 20260101 },
    );
    expect(told).toBeGreaterThan(50);
  });
});

describe("an articles folder that is in mind", () => {
  test("is looked at as far as it may have changed, and anew without that or for another folder", () => {
    const { folder, write } = folderWith("a.md", "b.md");
    const memory: ListingMemory = {};
    const store = articleFolder(folder, { clock: () => LATER, memory });
    const stampOf = (listing: { readonly files: readonly { readonly path: string; readonly stamp: string }[] }) =>
      listing.files.find(({ path }) => path === "b.md")?.stamp;
    const first = stampOf(store.list());
    write("b.md", "another text");
    expect(stampOf(store.list(new Set([join(folder, "a.md")])))).toBe(first);
    expect(stampOf(store.list(new Set([join(folder, "b.md")])))).not.toBe(first);
    write("b.md", "one more text");
    const second = stampOf(store.list());
    expect(second).not.toBe(first);
    const other = folderWith("c.md");
    const moved = articleFolder(other.folder, { clock: () => LATER, memory });
    expect(moved.list(new Set()).files.map(({ path }) => path)).toEqual(["c.md"]);
  });
});

import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSession } from "../../src/build/session.ts";
import { runBuild } from "../../src/build.ts";
import { defineOutlet } from "../../src/config/load.ts";
import { NOW, newsroom } from "../newsroom.ts";

const outlet = defineOutlet({
  title: "The Harbour Press",
  url: "https://news.example/",
  zone: "UTC",
  since: "2019-01-01",
  guards: { vanish: { share: 1, count: 1000 } },
});

const story = (title: string, tag: string) =>
  `---\ntitle: ${title}\ndate: 2025-08-19\ntags: [${tag}]\n---\nText of ${title}.\n`;

class Disturbed extends Error {}

const path = fc.constantFrom("news/a.md", "news/b.md", "sport/a.md", "sport/c.txt", "c.md", "news", "sport");
const move = fc.record({
  kind: fc.constantFrom("write" as const, "write" as const, "remove" as const, "rename" as const),
  path,
  to: path,
  title: fc.constantFrom("Rain", "Wind", "Snow"),
  tag: fc.constantFrom("harbour", "weather"),
  /** Whether the build that begins then is given up. */
  givenUp: fc.boolean(),
});

test("property: what watch builds of what has changed is what a build would publish that remembers nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 6 }), async (moves) => {
      const room = newsroom({
        "articles/news/a.md": story("First", "harbour"),
        "articles/keep.md": story("Kept", "weather"),
      });
      const session = openSession();
      const build = (more: Partial<Parameters<typeof runBuild>[0]> = {}) =>
        runBuild({ outlet, folder: room.folder, now: NOW, clock: () => 0, ...more });
      await build({ session });
      const changed = new Set<string>();
      const at = (below: string) => join(room.folder, "articles", below);
      for (const { kind, path, to, title, tag, givenUp } of moves) {
        changed.add(at(path));
        if (kind === "rename") changed.add(at(to));
        try {
          if (kind === "remove") rmSync(at(path), { recursive: true });
          else if (kind === "rename") renameSync(at(path), at(to));
          else {
            const isNew = mkdirSync(dirname(at(path)), { recursive: true });
            if (isNew !== undefined) changed.add(isNew);
            writeFileSync(at(path), story(title, tag));
          }
        } catch {
          // A file cannot be written where a folder is: nothing has changed.
        }
        if (givenUp) {
          const settled = () => Promise.reject(new Disturbed());
          await expect(build({ session, changed: new Set(changed), settled })).rejects.toThrow(Disturbed);
          continue;
        }
        rmSync(join(room.folder, "other"), { recursive: true, force: true });
        cpSync(join(room.folder, "dist"), join(room.folder, "other"), { recursive: true });
        const report = await build({ session, changed: new Set(changed) });
        // Asked of the folder as it was before: the last release is the same for both.
        const other = await build({ fresh: true, out: join(room.folder, "other") });
        expect([report.exit, report.release?.id, report.release?.changed]).toEqual([
          other.exit,
          other.release?.id,
          other.release?.changed,
        ]);
        changed.clear();
      }
    }),
    { numRuns: 12, seed: 20260106 },
  );
}, 120_000);

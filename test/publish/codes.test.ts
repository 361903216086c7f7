import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { releaseFolder } from "../../src/publish/index.ts";
import { leftOver, problemOf, systemError } from "../../src/publish/problem.ts";

describe("the code of a refusal of the system", () => {
  test.each([
    ["ENOSPC", "publish/no-space"],
    ["EDQUOT", "publish/no-space"],
    ["EFBIG", "publish/no-space"],
    ["EACCES", "publish/no-permission"],
    ["EROFS", "publish/no-permission"],
    ["EIO", "publish/failed"],
    ["EXDEV", "publish/failed"],
    ["EWHATEVER", "publish/failed"],
  ])("is for %s %s, with the path and what to do", (errno, code) => {
    const problem = problemOf("rss.xml", Object.assign(new Error(errno), { code: errno }));
    expect(problem).toMatchObject({ code, message: expect.stringContaining('Cannot publish "rss.xml": ') });
  });

  test("is publish/not-whole for bytes that came back from the disk as others", () => {
    expect(problemOf("rss.xml", systemError("NOT_WHOLE"))).toMatchObject({ code: "publish/not-whole" });
  });

  test("is the warning publish/left-over for what could not be removed", () => {
    expect(leftOver("releases/1-a", systemError("ENOSPC"))).toMatchObject({
      code: "publish/left-over",
      severity: "warning",
    });
  });
});

describe("staged files of a build that died", () => {
  test.each([
    ["without a journal are publish/removed-left-over", undefined, "publish/removed-left-over"],
    ["with a damaged journal are publish/journal-damaged", "{", "publish/journal-damaged"],
  ])("%s", (_what, journal, code) => {
    const out = mkdtempSync(join(tmpdir(), "publish-"));
    onTestFinished(() => rmSync(out, { recursive: true }));
    mkdirSync(join(out, ".wireroom-release"));
    if (journal !== undefined) writeFileSync(join(out, ".wireroom-release/journal.json"), journal);
    const store = releaseFolder({ out, mode: "plain" });
    expect(store.recover()).toMatchObject([{ code }]);
    expect(store.recover()).toEqual([]);
  });
});

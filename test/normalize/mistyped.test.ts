import { describe, expect, test } from "vitest";
import { codes, file } from "./newsroom.ts";

function saidOf(lines: string) {
  const filed = file("ferry.md", `---\ntitle: Ferry\ndate: 2025-08-19T06:00:00Z\n${lines}\n---\nText.\n`);
  return { published: filed.article !== undefined, codes: codes(filed), at: filed.problems[0]?.at };
}

describe("a slip in the name of a field", () => {
  test.each([
    "embrago: 2031-01-01",
    "darft: true",
    "drafts: yes",
    "sttaus: draft",
    "expirse: 2025-08-20",
    "retarcted: true",
  ])("that may keep the story back holds it: %s", (lines) => {
    expect(saidOf(lines)).toMatchObject({ published: false, codes: ["error status/mistyped-field"] });
  });

  test.each(["autor: Jane Doe", "taggs: [a]", "updatde: 2025-08-20", "langauge: ur"])("is told: %s", (lines) => {
    expect(saidOf(lines)).toMatchObject({ published: true, codes: ["warning field/mistyped"] });
  });

  test.each([
    "stats: {goals: 3}",
    "stats: 12 to 4",
    "layout: post",
    "weight: 3",
    "image2: a.jpg",
    "data: x",
    "priority: 1",
    "custom_field: x",
    "drafter: Jane Doe",
    "pub_date: 2025-08-19",
  ])("is not seen in a field of the outlet's own: %s", (lines) => {
    const { codes: said } = saidOf(lines);
    expect(said.filter((code) => code.includes("mistyped"))).toEqual([]);
  });

  test("is pointed at", () => {
    expect(saidOf("darft: true").at).toEqual({ field: ["darft"], of: "key" });
  });
});

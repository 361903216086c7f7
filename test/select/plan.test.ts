import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineOutlet } from "../../src/config/load.ts";
import type { Listed } from "../../src/select/listed.ts";
import { planFeeds, rememberingPlanner } from "../../src/select/plan.ts";

const outlet = defineOutlet({ title: "Press", url: "https://news.example/", zone: "UTC" });

const story = (id: string, more: Partial<Listed> = {}): Listed => ({
  id,
  published: 1_000,
  updated: 1_000,
  authors: [{ id: "ana", name: "Ana Reis" }],
  section: "news",
  tags: ["harbour"],
  language: "en",
  ...more,
});

describe("a planner that remembers", () => {
  test("gives the last plan again for stories that are alike, and for the same outlet alone", () => {
    const plan = rememberingPlanner();
    const first = plan([story("a"), story("b")], outlet);
    expect(plan([story("a"), story("b")], outlet)).toBe(first);
    expect(plan([story("a"), story("b")], { ...outlet })).not.toBe(first);
  });

  test("looks for the stub of a retracted story itself", () => {
    const plan = rememberingPlanner();
    const stub = () => story("a", { retracted: { at: 5 } });
    plan([stub()], outlet);
    const again = stub();
    expect(plan([again], outlet).feeds[0]?.members[0]).toBe(again);
  });

  test("property: plans what planning anew would, whatever changed", () => {
    const facts = fc.record({
      published: fc.integer({ min: 1, max: 3 }),
      section: fc.constantFrom("news", "sport"),
      tags: fc.subarray(["harbour", "rain"]),
      language: fc.constantFrom("en", "pt"),
      authors: fc.subarray([
        { id: "ana", name: "Ana Reis" },
        { id: "bo", name: "Bo Lind" },
      ]),
    });
    const edit = fc.tuple(fc.constantFrom("a", "b", "c"), fc.option(facts));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const plan = rememberingPlanner();
        const stories = new Map([["a", story("a")]]);
        for (const [id, more] of edits) {
          if (more === null) stories.delete(id);
          else stories.set(id, story(id, more));
          const listed = [...stories.values()];
          expect(plan(listed, outlet)).toEqual(planFeeds(listed, outlet));
          expect(plan([...listed], outlet)).toEqual(planFeeds(listed, outlet));
        }
      }),
      { seed: 20260105 },
    );
  });
});

import { IANAZone } from "luxon";
import { describe, expect, test } from "vitest";
import { remembered, rememberedOf } from "../src/remembered.ts";
import { fold, oneLine } from "../src/text.ts";
import { offsetAt } from "../src/time.ts";

describe("what is remembered", () => {
  test("is what the function gives, also when there is more of it than is kept", () => {
    let calls = 0;
    const twice = remembered((text: string) => {
      calls++;
      return text + text;
    });
    expect([twice("a"), twice("a"), calls]).toEqual(["aa", "aa", 1]);
    for (let index = 0; index < 20_000; index++) expect(twice(`${index}`)).toBe(`${index}${index}`);
    expect([twice("a"), calls]).toEqual(["aa", 20_002]);
  });

  test("of an object is what the function gives of it, once", () => {
    let calls = 0;
    const sizeOf = rememberedOf((list: readonly string[]) => {
      calls++;
      return list.length === 0 ? undefined : list.length;
    });
    const [none, two] = [[], ["a", "b"]];
    expect([sizeOf(none), sizeOf(two), sizeOf(none), sizeOf(two), calls]).toEqual([undefined, 2, undefined, 2, 2]);
    expect([sizeOf(["a", "b"]), calls]).toEqual([2, 3]);
  });

  // A seeded walk through two centuries; the days on which clocks change are met by every hour of some years.
  test.each([
    "Europe/Berlin",
    "America/New_York",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Freetown",
  ])("the offset of %s is the runtime's at every instant", (zone) => {
    const exact = (instant: number) => Math.round(IANAZone.create(zone).offset(instant * 1000) * 60);
    for (let step = 0; step < 2_000; step++) {
      const instant = -3_000_000_000 + step * 2_999_777;
      expect([instant, offsetAt(instant, zone)]).toEqual([instant, exact(instant)]);
    }
    for (let instant = Date.UTC(2011, 11, 1) / 1000; instant < Date.UTC(2012, 3, 20) / 1000; instant += 1_800)
      expect([instant, offsetAt(instant, zone)]).toEqual([instant, exact(instant)]);
  });
});

test("a line of millions of words is no other line than a short one", () => {
  const long = `${"Ab ".repeat(5_000_000)}b`;
  expect(oneLine(long)).toBe(long);
  expect(fold(long)).toBe(long.toLowerCase());
});

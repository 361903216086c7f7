import { describe, expect, test } from "vitest";
import { canonicalUri } from "../../src/validate/values/canonical-uri.ts";

describe("the one form of an address", () => {
  test.each([
    ["HTTP://News.Example/", "http://news.example/"],
    ["http://news.example", "http://news.example/"],
    ["http://news.example:80/", "http://news.example/"],
    ["http://news.example:/", "http://news.example/"],
    ["http://news.example:8080/", "http://news.example:8080/"],
    ["http://news.example./", "http://news.example/"],
    ["http://localhost./", "http://localhost./"],
    ["http://@news.example/", "http://news.example/"],
    ["http://Desk@news.example/", "http://Desk@news.example/"],
    ["http://news.example/a/./b/../c", "http://news.example/a/c"],
    ["http://news.example/a/..", "http://news.example/"],
    ["http://news.example/../a", "http://news.example/a"],
    ["http://news.example/%7Eana", "http://news.example/~ana"],
    ["http://news.example/a%2fb", "http://news.example/a%2Fb"],
    ["http://news.example/%c3%a9", "http://news.example/%C3%A9"],
    ["http://news.example/caf\u00e9", "http://news.example/caf%C3%A9"],
    ["http://news.example/cafe%CC%81", "http://news.example/caf%C3%A9"],
    ["http://news.example/?a=%5b1%5d#%7e", "http://news.example/?a=%5B1%5D#~"],
    ["mailto:Desk@News.Example", "mailto:Desk@news.example"],
    ["URN:isbn:9780141036144", "urn:isbn:9780141036144"],
    ["tag:news.example,2025:%72ain", "tag:news.example,2025:rain"],
  ])("%s is %s", (address, canonical) => {
    expect(canonicalUri(address)).toBe(canonical);
    expect(canonicalUri(canonical)).toBe(canonical);
  });

  test.each(["http://news.example/%", "http://news.example/%zz", "http://news.example/%E9", "rain"])(
    "%s has none",
    (address) => {
      expect(canonicalUri(address)).toBeUndefined();
    },
  );

  test("is found in time that grows with the address alone", () => {
    expect(canonicalUri(`http://news.example/${"a".repeat(200_000)}`)).toHaveLength(200_020);
  });
});

import { expect, test } from "vitest";
import { nameKey } from "../src/names.ts";

test.each([
  ["Dr. Jane O’Hare", "jane o'hare"],
  ["J. R. Smith", "J.R. Smith"],
  ["ŁUCJA ŻAK", "Lucja Zak"],
  ["Jean-Luc Petit", "Jean Luc  Petit"],
  ["Çağrı Öztürk", "Cagri Ozturk"],
  ["علي رضا", "علی رضا"],
  ["M. Hussain", "m hussain"],
])("%s and %s are one person", (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ["Jane Doe", "Jane Roe"],
  ["J. Doe", "Jane Doe"],
  ["कमल", "कमला"],
  ["राम कुमार", "रमा कुमार"],
])("%s and %s are two", (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

test("a title alone is a name", () => {
  expect(nameKey("Miss")).toBe("miss");
});

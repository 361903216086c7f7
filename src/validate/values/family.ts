import type { Value } from "../element.ts";
import { around, of } from "../element.ts";
import type { Place, Rule, RuleText } from "../rule.ts";

/** One thing that is wrong with a value, and what fills its message. */
export interface Verdict<Name extends string> {
  readonly is: Name;
  readonly values?: Readonly<Record<string, string>>;
}

const NOWHERE: readonly Place[] = [];

/**
 * Rules that share one look at a value. Nearly every value is fine, and every rule of a family asks about the same one in turn,
 * so the last answer is kept.
 *
 * @param judge what is wrong with a value; empty: nothing
 * @param texts the rule of each verdict
 * @param names whether the findings name the attribute or the element that carries it
 */
export function family<Name extends string>(
  judge: (value: Value) => readonly Verdict<Name>[],
  texts: Readonly<Record<Name, RuleText>>,
  names: "attribute" | "element" = "attribute",
): readonly Rule<Value>[] {
  let asked: Value | undefined;
  let answer: readonly Verdict<Name>[] = [];
  const place = names === "attribute" ? of : around;
  return (Object.keys(texts) as Name[]).map((name) => ({
    ...texts[name],
    check(value) {
      if (asked !== value) {
        answer = judge(value);
        asked = value;
      }
      if (answer.length === 0) return NOWHERE;
      return answer.filter((verdict) => verdict.is === name).map((verdict) => place(value, verdict.values));
    },
  }));
}

/** A rule about a value that is either right or wrong. */
export function plain(
  text: RuleText,
  isWrong: (value: Value) => boolean,
  names: "attribute" | "element" = "attribute",
): Rule<Value> {
  const place = names === "attribute" ? of : around;
  return {
    ...text,
    check: (value) => (isWrong(value) ? [place(value)] : NOWHERE),
  };
}

import type { Value } from "../element.ts";
import { around, of } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";
import { NOWHERE } from "../rule.ts";

/** One thing that is wrong with a value, and what fills its message. */
export interface Verdict<Name extends string> {
  readonly is: Name;
  readonly values?: Readonly<Record<string, string>>;
}

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
  const verdicts = (value: Value) => {
    if (asked !== value) {
      answer = judge(value);
      asked = value;
    }
    return answer;
  };
  const isFine = (value: Value) => verdicts(value).length === 0;
  return (Object.keys(texts) as Name[]).map((name) => ({
    ...texts[name],
    isFine,
    check(value) {
      const found = verdicts(value);
      if (found.length === 0) return NOWHERE;
      return found.filter((verdict) => verdict.is === name).map((verdict) => place(value, verdict.values));
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

/** The same rules, of those values alone that they are meant for. */
export function where(rules: readonly Rule<Value>[], isMeant: (value: Value) => boolean): readonly Rule<Value>[] {
  const notMeant = (value: Value) => !isMeant(value);
  const questions = new Map<unknown, (value: Value) => boolean>();
  const question = (isFine: Rule<Value>["isFine"]) => {
    const known = questions.get(isFine);
    if (known) return known;
    const made = isFine ? (value: Value) => !isMeant(value) || isFine(value) : notMeant;
    questions.set(isFine, made);
    return made;
  };
  return rules.map((rule) => ({
    ...rule,
    isFine: question(rule.isFine),
    check: (value) => (isMeant(value) ? rule.check(value) : NOWHERE),
  }));
}

import type { Instant } from "../model/article.ts";
import type { Report } from "../model/diagnostic.ts";
import type { Draft } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { asWarnings, fieldDate, readDate } from "./published.ts";
import { fieldOf, memberOf, textOf } from "./values.ts";

/** What an article says of its own standing. */
export interface Standing {
  readonly draft: boolean;
  /** When the embargo lifts. */
  readonly lift?: Instant;
  readonly expires?: Instant;
  /** `at` is absent when nobody wrote a date: the build then takes the first time it saw the retraction. */
  readonly retracted?: { readonly at?: Instant; readonly reason?: string };
}

const STATUS: Readonly<Record<string, "live" | "draft" | "retracted" | "embargoed">> = {
  published: "live",
  publish: "live",
  public: "live",
  live: "live",
  usable: "live",
  final: "live",
  scheduled: "live",
  future: "live",
  draft: "draft",
  pending: "draft",
  private: "draft",
  withheld: "draft",
  hold: "draft",
  unpublished: "draft",
  review: "draft",
  retracted: "retracted",
  withdrawn: "retracted",
  killed: "retracted",
  kill: "retracted",
  canceled: "retracted",
  cancelled: "retracted",
  "taken-down": "retracted",
  takedown: "retracted",
  embargoed: "embargoed",
  embargo: "embargoed",
};

/** Whether a word says how a story stands. */
export function isStatusWord(word: string): boolean {
  return Object.hasOwn(STATUS, word.toLowerCase().trim().replace(/\s+/g, "-"));
}

/**
 * Draft, embargo, expiry and retraction. Everything here fails closed: a value that cannot be read holds the story back,
 * because publishing too early cannot be undone.
 *
 * @returns undefined when something could not be read and the story has to be held
 */
export function standingOf(draft: Draft, outlet: Outlet, report: Report): Standing | undefined {
  const isDraft = draftField(draft, report);
  const status = statusField(draft, report);
  const lift = fieldDate(draft, "embargo", outlet, report);
  const expires = fieldDate(draft, "expires", outlet, report);
  const retraction = retractionField(draft, outlet, report);
  if (isDraft === undefined || status === "wrong" || lift === "wrong" || expires === "wrong") return undefined;
  if (status === "embargoed" && lift === "absent") {
    report({
      code: "embargo/no-date",
      severity: "error",
      message: "Cannot tell when the embargo lifts: write embargo: 2025-08-19 06:00",
      at: { field: ["status"] },
    });
    return undefined;
  }
  const retracted = status === "retracted" || retraction !== undefined ? (retraction ?? {}) : undefined;
  if (retracted === undefined && !copyMayRun(draft, status, lift !== "absent", report)) return undefined;
  return {
    draft: isDraft || status === "draft",
    ...(lift !== "absent" && { lift: lift.decision.value }),
    ...(expires !== "absent" && { expires: expires.decision.value }),
    ...(retracted !== undefined && { retracted }),
  };
}

function draftField(draft: Draft, report: Report): boolean | undefined {
  const found = fieldOf(draft.frontMatter, "draft", report);
  if (found === undefined) return false;
  const { value } = found;
  if (value.kind === "scalar" && value.type === "boolean" && !value.quoted) return value.text.toLowerCase() === "true";
  report({
    code: "draft/not-boolean",
    severity: "error",
    message: `Cannot tell whether ${value.kind === "scalar" ? quote(value.text) : "this"} means draft: write draft: true or draft: false, without quotes`,
    at: { field: [found.key] },
  });
  return undefined;
}

function statusField(draft: Draft, report: Report): "live" | "draft" | "retracted" | "embargoed" | "absent" | "wrong" {
  const found = fieldOf(draft.frontMatter, "status", report);
  if (found === undefined) return "absent";
  const text = textOf(found, "status/unknown", report, "error");
  if (text === undefined) return found.value.kind === "scalar" ? "absent" : "wrong";
  const word = text.toLowerCase().replace(/\s+/g, "-");
  if (Object.hasOwn(STATUS, word)) return STATUS[word] ?? "wrong";
  const likely = suggest(word, Object.keys(STATUS));
  report({
    code: "status/unknown",
    severity: "error",
    message: `Cannot tell what the status ${quote(text)} means: ${likely === undefined ? "write published, draft or retracted" : `did you mean ${likely}?`}`,
    at: { field: [found.key] },
  });
  return "wrong";
}

/** `retracted: {date, reason}`, `retracted: 2025-08-19`, `retracted: true`; `reason` may stand beside it. */
function retractionField(draft: Draft, outlet: Outlet, report: Report): Standing["retracted"] {
  const found = fieldOf(draft.frontMatter, "retracted", report);
  const besides = textOf(fieldOf(draft.frontMatter, "reason", report), "retraction/reason", report);
  if (found === undefined)
    return besides === undefined || statusWord(draft) === undefined ? undefined : { reason: besides };
  const { value, key } = found;
  if (
    value.kind === "scalar" &&
    (value.type === "null" || (value.type === "boolean" && value.text.toLowerCase() === "false"))
  )
    return undefined;
  const written =
    value.kind === "scalar"
      ? value.type === "boolean"
        ? undefined
        : value.text
      : memberOf(value, "date", "at", "when");
  const reason = memberOf(value, "reason", "text", "why") ?? besides;
  // A date that cannot be read must not put a withdrawn story back: it stays withdrawn, and the problem is told.
  const at =
    written === undefined
      ? undefined
      : readDate(written, { field: value.kind === "map" ? [key, "date"] : [key] }, outlet, asWarnings(report));
  return { ...(at !== undefined && { at }), ...(reason !== undefined && { reason }) };
}

function statusWord(draft: Draft): "retracted" | undefined {
  return statusField(draft, () => undefined) === "retracted" ? "retracted" : undefined;
}

/** Copy that asks not to run is held until front matter decides: an embargo line must never be published. */
function copyMayRun(draft: Draft, status: string, hasLift: boolean, report: Report): boolean {
  const { hold } = draft.findings;
  if (hold === undefined || status === "live" || status === "draft" || (hold.kind === "embargo" && hasLift))
    return true;
  const decide = {
    withdrawn: "write status: retracted, or status: published if it may run",
    hold: "write status: published when it may run",
    embargo: "write embargo: and the time it lifts, or status: published if it may run",
  }[hold.kind];
  report({
    code: `copy/${hold.kind}`,
    severity: "error",
    message: `Cannot publish copy that says ${quote(hold.text)}: ${decide}`,
  });
  return false;
}

import type { Refusal } from "../history/guards.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outlet } from "../model/outlet.ts";
import type { PreviousRelease } from "../model/release.ts";
import { tagUri } from "../normalize/identity.ts";
import { quote } from "../text.ts";

/** What the wording of a refusal needs of the build. */
interface Told {
  readonly outlet: Outlet;
  /** The articles folder as people type it. */
  readonly label: string;
}

/** Refusals of one kind that are told one by one; the rest are counted. */
const MOST_REFUSALS = 5;

/** What was refused, with what most likely caused a great deal of it. */
export function refusedDiagnostics(
  refusals: readonly Refusal[],
  previous: PreviousRelease,
  input: Told,
): readonly Diagnostic[] {
  const byCode = new Map<string, Refusal[]>();
  for (const refusal of refusals) byCode.set(refusal.code, [...(byCode.get(refusal.code) ?? []), refusal]);
  return [
    ...causeOf(byCode, previous, input),
    ...[...byCode.values()].flatMap((alike): readonly Diagnostic[] => {
      const told = alike.slice(0, MOST_REFUSALS).map((refusal) => refusedDiagnostic(refusal, input));
      const [first] = alike;
      const rest = alike.length - told.length;
      if (first === undefined || rest === 0) return told;
      return [...told, { code: first.code, severity: "error", message: `Refused for ${rest} more in the same way` }];
    }),
  ];
}

/** Every id hangs on the outlet's address and date: when these changed, that is the thing to mend. */
function causeOf(
  byCode: ReadonlyMap<string, unknown>,
  { manifest }: PreviousRelease,
  { outlet: { url, since } }: Told,
): readonly Diagnostic[] {
  const before = /^tag:[^:]+:/.exec(manifest.stories.find(({ id }) => id.startsWith("tag:"))?.id ?? "")?.[0];
  const now = since === undefined ? undefined : tagUri(url, since, "");
  if (!byCode.has("guard/id-changed") || before === undefined || before === now) return [];
  return [
    {
      code: "guard/id-changed",
      severity: "error",
      message: `Cannot change url or since in outlet.yaml: every id begins with ${quote(before)}, and subscribers would see every story twice; put back what they were`,
    },
  ];
}

/** A refusal as it is told. */
export function refusedDiagnostic({ code, message, path }: Refusal, { label }: Pick<Told, "label">): Diagnostic {
  return { code, severity: "error", message, ...(path !== undefined && { location: { file: label + path } }) };
}

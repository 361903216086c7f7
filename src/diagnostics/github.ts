import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { escapeControls } from "../text.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * A problem as an annotation of GitHub Actions.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotation({ code, severity, message, location }: Diagnostic): string {
  const properties = [
    ...(location === undefined ? [] : [`file=${property(location.file)}`]),
    ...(location?.line === undefined ? [] : [`line=${location.line}`]),
    ...(location?.column === undefined ? [] : [`col=${location.column}`]),
    `title=${property(code)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(",")}::${escapeControls(message).replaceAll("%", "%25")}`;
}

function property(value: string): string {
  return escapeControls(value).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}

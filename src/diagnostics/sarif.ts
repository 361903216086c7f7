import type { Diagnostic, Severity } from "../model/diagnostic.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/**
 * Problems as a SARIF 2.1.0 log, which code scanning services read.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog(diagnostics: readonly Diagnostic[], version: string): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const specs = new Map(diagnostics.map(({ code, spec }) => [code, spec]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "wireroom",
            version,
            rules: codes.map((id) => {
              const helpUri = specs.get(id);
              return helpUri === undefined ? { id } : { id, helpUri };
            }),
          },
        },
        // Columns count UTF-16 units, as everywhere here.
        columnKind: "utf16CodeUnits",
        results: diagnostics.map(({ code, severity, message, location }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: LEVELS[severity],
          message: { text: message },
          ...(location !== undefined && {
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(location.file) },
                  ...(location.line !== undefined && {
                    region: {
                      startLine: location.line,
                      ...(location.column !== undefined && { startColumn: location.column }),
                    },
                  }),
                },
              },
            ],
          }),
        })),
      },
    ],
  };
}

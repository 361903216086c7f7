import { resolve } from "node:path";
import { type CheckedFeed, type CheckSettings, checkBytes, checkFile } from "../check.ts";
import { checkUrl } from "../check-url.ts";
import { sarifLog } from "../diagnostics/sarif.ts";
import type { Severity } from "../model/diagnostic.ts";
import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { DEFAULT_LIMITS, type Finding, type Profile, rules } from "../validate/index.ts";
import { VERSION } from "../version.ts";
import type { Command, Given } from "./command.ts";
import { countText, printDiagnostics, type TextFormat } from "./diagnostics.ts";
import { EXIT, type Shell, UsageError } from "./shell.ts";

export const checkCommand: Command = {
  name: "check",
  about: "Judge feeds: RSS 2.0, Atom 1.0 and JSON Feed 1.1",
  operands: "FILE|URL|-...",
  count: [1, Number.POSITIVE_INFINITY],
  options: {
    profile: {
      about: "core is our own judgement, w3c that of the W3C validator",
      value: "PROFILE",
      choices: ["core", "w3c"],
    },
    severity: { about: "the least that is shown", value: "SEVERITY", choices: ["error", "warning", "info"] },
    ignore: { about: "leave out a rule", value: "CODE", repeatable: true },
    "allow-private": { about: "fetch from addresses that are not public, such as localhost" },
    format: { about: "how it is printed", value: "FORMAT", choices: ["pretty", "line", "json", "github", "sarif"] },
  },
  examples: [
    ["wireroom check dist/rss.xml", "judges a file"],
    ["wireroom check --severity error --format github dist/*.xml", "annotates a pull request"],
    ["curl -s https://news.example/feed.json | wireroom check -", "judges standard input"],
    ["wireroom check https://news.example/rss.xml", "fetches a feed and judges it with its headers"],
  ],
  run,
};

async function run(given: Given, shell: Shell): Promise<number> {
  const settings = settingsOf(given, shell);
  const format = given.value("format") ?? (shell.terminal ? "pretty" : "line");
  const printer = printers[format]?.(shell) ?? textPrinter(format as TextFormat, shell);
  let valid = true;
  for (const operand of given.operands) {
    if (shell.signal.aborted) return EXIT.unfinished;
    const checked = await checkOne(operand, settings, given.has("allow-private"), shell);
    if (!checked.valid) valid = false;
    printer.file(checked);
  }
  printer.end();
  return valid ? EXIT.fine : EXIT.held;
}

function settingsOf(given: Given, shell: Shell): CheckSettings {
  const codes = rules.map(({ code }) => code as string);
  for (const code of given.values("ignore")) {
    if (codes.includes(code) || /^(?:file|http)\//.test(code)) continue;
    const likely = suggest(code, codes);
    throw new UsageError(
      `Cannot ignore ${quote(code)}: ${likely === undefined ? "wireroom rules lists the codes" : `did you mean ${likely}?`}`,
    );
  }
  return {
    profile: (given.value("profile") ?? "core") as Profile,
    severity: (given.value("severity") ?? "info") as Severity,
    ignore: given.values("ignore"),
    now: shell.now(),
  };
}

async function checkOne(
  operand: string,
  settings: CheckSettings,
  allowPrivate: boolean,
  shell: Shell,
): Promise<CheckedFeed> {
  if (operand === "-") return checkBytes(shell.stdin(DEFAULT_LIMITS.bytes), "-", settings);
  if (/^https?:\/\//i.test(operand)) return checkUrl(operand, { ...settings, allowPrivate, signal: shell.signal });
  return checkFile(resolve(shell.folder, operand), operand, settings);
}

interface Printer {
  file(checked: CheckedFeed): void;
  end(): void;
}

/** Formats that machines read whole. JSON is written file by file: a thousand files need no more memory than one. */
const printers: Readonly<Record<string, (shell: Shell) => Printer>> = {
  json: (shell) => {
    let first = true;
    return {
      file: ({ file, format, valid, diagnostics }) => {
        shell.out(`${first ? '{"files":[' : ","}\n${JSON.stringify({ file, format, valid, diagnostics })}`);
        first = false;
      },
      end: () => shell.out("\n]}\n"),
    };
  },
  sarif: (shell) => {
    const found: Finding[] = [];
    return {
      file: ({ diagnostics }) => found.push(...diagnostics),
      end: () => shell.out(`${JSON.stringify(sarifLog(found, VERSION), null, 2)}\n`),
    };
  },
};

function textPrinter(format: TextFormat, shell: Shell): Printer {
  let files = 0;
  let wrong = 0;
  const told: Finding[] = [];
  return {
    file: (checked) => {
      const { diagnostics, text, valid, file, format: kind } = checked;
      files++;
      if (!valid) wrong++;
      for (const { code, severity, message } of diagnostics) told.push({ code, severity, message });
      const lines = diagnostics.length === 0 ? [] : text.split(/\r\n|\r|\n/);
      printDiagnostics(diagnostics, format, shell, (_file, line) => lines[line - 1]);
      if (format === "pretty" && diagnostics.length === 0)
        shell.out(`${file}: ${NAMES[kind ?? "none"]}, no problems\n`);
    },
    end: () => {
      if (format !== "pretty") return;
      const verdict =
        files === 1
          ? wrong === 0
            ? "The feed is valid"
            : "The feed is not valid"
          : `${files - wrong} of ${files} feeds are valid`;
      shell.out(`${verdict}: ${countText(told)}\n`);
    },
  };
}

const NAMES: Readonly<Record<string, string>> = {
  rss: "RSS 2.0",
  atom: "Atom 1.0",
  json: "JSON Feed",
  none: "no feed",
};

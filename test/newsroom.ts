import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { runCommand } from "../src/cli/run.ts";
import type { Shell } from "../src/cli/shell.ts";
import { utcSeconds } from "../src/time.ts";

/** What a command printed and answered. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A newsroom in a folder of its own, which goes with the test. */
export interface Newsroom {
  readonly folder: string;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  read(path: string): string;
  /** Every file below a folder, sorted; hidden ones too. */
  list(folder: string): readonly string[];
  /** Runs the command line in the folder. */
  run(...args: readonly string[]): Promise<Ran>;
  /** The same at another moment, on a terminal, or with something on standard input. */
  runAs(shell: Partial<Shell>, ...args: readonly string[]): Promise<Ran>;
}

/** 2025-09-01T12:00:00Z: the present of tests that do not say otherwise. */
export const NOW = utcSeconds({ year: 2025, month: 9, day: 1, hour: 12, minute: 0, second: 0 });

/** A small outlet; tests that need more write their own. */
export const OUTLET = `title: The Harbour Press
url: https://news.example/
zone: Asia/Karachi
since: 2019-01-01
`;

/** Makes a newsroom of files by path. */
export function newsroom(files: Readonly<Record<string, string | Uint8Array>> = {}): Newsroom {
  const folder = mkdtempSync(join(tmpdir(), "newsroom-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const runAs = async (given: Partial<Shell>, ...args: readonly string[]): Promise<Ran> => {
    let out = "";
    let err = "";
    const code = await runCommand(args, {
      folder,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      terminal: false,
      color: false,
      progress: false,
      now: () => NOW,
      zone: "UTC",
      clock: () => 0,
      processors: 1,
      stdin: () => new Uint8Array(),
      signal: new AbortController().signal,
      ...given,
    });
    return { code, out, err };
  };
  return {
    folder,
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true, force: true }),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    list: (path) => [...filesBelow(join(folder, path), "")].sort(),
    run: (...args) => runAs({}, ...args),
    runAs,
  };
}

/** By hand: from Node 26.10 on `readdir` follows links to folders when it goes down itself, round and round. */
function* filesBelow(folder: string, above: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name), `${above}${entry.name}/`);
    else yield above + entry.name;
  }
}

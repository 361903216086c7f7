import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const src = join(root, "src");

/** Leaves: they import nothing of ours but each other and the model's types, and every step may import them. */
const LEAVES = [
  "text",
  "url",
  "slug",
  "time",
  "names",
  "language",
  "fields",
  "suggest",
  "html",
  "yaml",
  "places",
  "section-title",
  "sorted",
  "sentence",
  "version",
  "guard-codes",
  "remembered",
];

/** What each step may import beside `model`, `diagnostics` and the leaves. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  diagnostics: [],
  config: [],
  parse: [],
  normalize: [],
  history: [],
  catalog: [],
  select: [],
  render: [],
  publish: [],
  fetch: [],
  discover: [],
};

/** Imports no leaf: it shares no code with the writer. Diagnostics are types. */
const JUDGE = "validate";

/** These know the order of things and may import every step. */
const KNOWING = ["build", "check", "check-url", "cli", "index", "explain", "watch", "adopt"];

/** The only places that may touch `process`: the command line, who holds the lock, and which program is running. */
const PROCESS = [/^cli\//, /^publish\/lock(?:-owner)?\.ts$/, /^catalog\/program\.ts$/];

interface SourceImport {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));

const imports: readonly SourceImport[] = files.flatMap((file) => {
  const text = readFileSync(join(src, file), "utf8");
  return [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm),
    ...text.matchAll(/\b(import)\("([^"]+)"\)/g),
  ].map((match) => ({
    file,
    target: match[2] ?? "",
    typeOnly: match[1]?.startsWith("type") === true,
  }));
});

/** The room a file belongs to: its folder, or its own name at the top. */
function roomOf(file: string): string {
  const [first = ""] = file.split("/");
  return first.replace(/\.ts$/, "");
}

function ours({ file, target }: SourceImport): string | undefined {
  return target.startsWith(".")
    ? relative(src, resolve(src, posix.dirname(file), target)).replaceAll("\\", "/")
    : undefined;
}

describe("the import table", () => {
  test("finds the imports it is about", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(new Set(files.map(roomOf))).toContain("validate");
  });

  test("every room is in it", () => {
    const known = new Set([...Object.keys(STEPS), ...LEAVES, ...KNOWING, JUDGE]);
    expect([...new Set(files.map(roomOf))].filter((room) => !known.has(room))).toEqual([]);
  });

  test("steps meet only in the build", () => {
    const wrong = imports.filter((one) => {
      const target = ours(one);
      if (target === undefined) return false;
      const from = roomOf(one.file);
      const to = roomOf(target);
      if (from === to || KNOWING.includes(from)) return false;
      if (to === "model") return from !== "model" && !one.typeOnly;
      if (from === JUDGE) return to !== "diagnostics";
      if (LEAVES.includes(from)) return !LEAVES.includes(to);
      return !(to === "diagnostics" || LEAVES.includes(to) || STEPS[from]?.includes(to) === true);
    });
    expect(wrong).toEqual([]);
  });

  test("each third-party package is imported by one file", () => {
    const importers = new Map<string, Set<string>>();
    for (const one of imports) {
      if (one.target.startsWith(".") || one.target.startsWith("node:")) continue;
      const name = one.target
        .split("/")
        .slice(0, one.target.startsWith("@") ? 2 : 1)
        .join("/");
      importers.set(name, (importers.get(name) ?? new Set()).add(one.file));
    }
    expect([...importers].filter(([, users]) => users.size > 1).map(([name, users]) => [name, ...users])).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    expect([...importers.keys()].sort()).toEqual(Object.keys(dependencies).sort());
  });

  test("only the command line and the lock touch the process", () => {
    const users = files.filter(
      (file) => !PROCESS.some((allowed) => allowed.test(file)) && /\bprocess\.|from "node:process"/.test(codeOf(file)),
    );
    expect(users).toEqual([]);
  });
});

/** A file without its comments. */
function codeOf(file: string): string {
  return readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

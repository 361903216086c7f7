import { resolve } from "node:path";
import { historiesFor } from "../build/git.ts";
import type { Explanation } from "../explain/explanation.ts";
import { explainer } from "../explain/index.ts";
import { explanationText } from "../explain/text.ts";
import { readRelease } from "../publish/index.ts";
import type { Command, Given } from "./command.ts";
import { EXIT, type Shell } from "./shell.ts";
import { anyOutlet, outletAround, outletAt } from "./surroundings.ts";

export const explainCommand: Command = {
  name: "explain",
  about: "Tell how an article was understood, and which feeds it is in or why not",
  operands: "FILE...",
  count: [1, Number.POSITIVE_INFINITY],
  options: {
    config: { about: "the outlet's configuration (outlet.yaml above the file)", value: "FILE" },
    json: { about: "one JSON object a file" },
  },
  examples: [
    ["wireroom explain articles/rain.md", "field by field: the value, where it came from, what lost"],
    ["wireroom explain --json wire/*.txt", "one JSON object a line"],
  ],
  run,
};

async function run(given: Given, shell: Shell): Promise<number> {
  const config = given.value("config");
  const explainers = new Map<string, (path: string, file: string) => Promise<Explanation>>();
  let unread = false;
  for (const file of given.operands) {
    const path = resolve(shell.folder, file);
    const found = config === undefined ? outletAround(path, shell) : outletAt(config, shell);
    const key = found?.folder ?? "";
    const explain = explainers.get(key) ?? explainer({ ...(await surroundings(found)), now: shell.now() });
    explainers.set(key, explain);
    const explanation = await explain(path, file);
    if (explanation.diagnostics.some(({ code }) => UNREAD.test(code))) unread = true;
    if (given.has("json")) shell.out(`${JSON.stringify(explanation)}\n`);
    else shell.out(explanationText(explanation));
  }
  return unread ? EXIT.held : EXIT.fine;
}

/** Problems of files whose bytes could not be had; what is empty or no text was read. */
const UNREAD = /^file\/(?:unreadable|not-plain|too-large|changing|outside)$/;

async function surroundings(found: ReturnType<typeof outletAround>) {
  if (found === undefined) return { outlet: anyOutlet() };
  const previous = readRelease(resolve(found.folder, found.outlet.out));
  // Without git an article is explained as far as it goes; the build tells what is wrong with git.
  const git = await historiesFor(found.outlet, found.folder);
  return {
    ...found,
    ...("histories" in git && git.histories !== undefined && { git: git.histories }),
    ...("release" in previous && previous.release !== undefined && { previous: previous.release }),
  };
}

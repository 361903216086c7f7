import { spawnSync } from "node:child_process";
import { median } from "./measure.mjs";

/** Builds of each state that the steps are taken from. */
const BUILDS = 3;

/**
 * Where Wireroom's time goes, as its own report tells it: in builds of their own, since printing the report takes time too.
 *
 * @param {import("./contenders/contender.mjs").Contender} wireroom
 * @returns {Map<string, Map<string, number>>} state, then step, to milliseconds (medians)
 * @throws {Error} when a build ends with anything but success
 */
export function stepsOf({ cases }) {
  const found = new Map(cases.map(({ name }) => [name, new Map()]));
  for (let build = 0; build < BUILDS; build++) {
    for (const { name, before, command } of cases) {
      before();
      for (const [step, milliseconds] of Object.entries(timingsOf(command))) {
        const steps = found.get(name);
        steps.set(step, [...(steps.get(step) ?? []), milliseconds]);
      }
    }
  }
  return new Map(
    [...found].map(([state, steps]) => [state, new Map([...steps].map(([step, all]) => [step, median(all)]))]),
  );
}

function timingsOf({ file, args, cwd }) {
  const { status, stdout, stderr } = spawnSync(file, [...args, "--format", "json"], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0)
    throw new Error(`Cannot time the steps: the build ended with ${status}: ${stderr.trim().slice(-300)}`);
  return JSON.parse(stdout).timings;
}

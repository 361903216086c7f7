import { checkOutput } from "./check-output.mjs";
import { measure } from "./measure.mjs";

/**
 * What one program did in one state.
 *
 * @typedef {object} Row
 * @property {number} size articles
 * @property {string} id
 * @property {string} name
 * @property {string} state
 * @property {import("./measure.mjs").Measured[]} runs
 * @property {ReturnType<typeof checkOutput>} [made] absent for floors
 */

/**
 * Times all contenders in turn, round after round, so that a machine that slows down slows all of them.
 *
 * The output of each state is parsed in its first and in its last round. A contender that fails, is too slow or did not do what was asked
 * leaves the race, and all its rows with it: half a job has no time.
 *
 * @param {import("./corpus/generate.mjs").Corpus} corpus
 * @param {readonly import("./contenders/contender.mjs").Contender[]} contenders
 * @param {{runs: number, limit: number, note: (text: string) => void}} options limit in seconds for each process
 * @returns {Promise<{rows: Row[], left: {name: string, reason: string}[]}>}
 */
export async function race(corpus, contenders, { runs, limit, note }) {
  const left = contenders
    .filter(({ skipped }) => skipped !== undefined)
    .map(({ name, skipped = "" }) => ({ name, reason: skipped }));
  const entrants = contenders
    .filter(({ skipped }) => skipped === undefined)
    .map((contender) => ({ contender, rows: contender.cases.map((one) => rowOf(corpus, contender, one)) }));
  for (let round = 1; round <= runs; round++) {
    for (const entrant of [...entrants]) {
      const rounds = Math.min(runs, entrant.contender.rounds ?? runs);
      if (round > rounds) continue;
      try {
        await enter(corpus, entrant, { checked: round === 1 || round === rounds, limit, round, note });
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        note(`${entrant.contender.name}: ${reason}`);
        left.push({ name: entrant.contender.name, reason });
        entrants.splice(entrants.indexOf(entrant), 1);
      }
    }
  }
  return { rows: entrants.flatMap(({ rows }) => rows), left };
}

function rowOf(corpus, { id, name }, { name: state }) {
  return { size: corpus.size, id, name, state, runs: [], made: undefined };
}

async function enter(corpus, { contender, rows }, { checked, limit, round, note }) {
  for (const [index, one] of contender.cases.entries()) {
    one.before();
    const measured = await measure(one.command, limit);
    rows[index].runs.push(measured);
    note(`${corpus.size} articles, round ${round}, ${contender.name}, ${one.name}: ${measured.seconds.toFixed(2)} s`);
    if (!checked || contender.output === undefined) continue;
    const { folder, folderOf } = contender.output;
    rows[index].made = checkOutput(corpus, folder, folderOf);
  }
}

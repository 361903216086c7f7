import { pick, randomFrom } from "./random.mjs";

const WHO =
  "the council|the harbour board|a group of residents|the minister|the school|a spokesman|the museum|two neighbours|the union|the clinic|the bakers' guild|the ferry company".split(
    "|",
  );
const DID =
  "announced|put off|defended|rejected|welcomed|opened|closed|questioned|approved|counted|measured|paid for".split("|");
const WHAT =
  "the new timetable|a plan for the old quay|repairs to the bridge|the budget for next year|an exhibition of maps|the results of the survey|a second well|the fish market's roof|café licences in São Bento|the night train|a wall of 3 metres|the libraries' opening hours".split(
    "|",
  );
const WHEN =
  "on Tuesday|after a long meeting|before the summer|for the third time|without a vote|in front of 200 people|at the end of March|since the storm|as early as 1987|by a narrow margin".split(
    "|",
  );
const WHY =
  "because nobody else would|which surprised even its friends|although the money is not there yet|and promised to publish the figures|while the tide was out|to the relief of those who live there|so that work can begin in the autumn|as the law has asked for years".split(
    "|",
  );

/** Sentences of about 100 characters, drawn once: putting an article together from them is quick. */
const SENTENCES = sentences(4_000);

function sentences(count) {
  const random = randomFrom(20_010_630);
  return Array.from({ length: count }, () => {
    const text = [WHO, DID, WHAT, WHEN, WHY].map((words) => pick(random, words)).join(" ");
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  });
}

/**
 * @param {() => number} random
 * @param {number} count sentences
 * @returns {string} one line
 */
export function prose(random, count) {
  let text = pick(random, SENTENCES);
  for (let index = 1; index < count; index++) text += ` ${pick(random, SENTENCES)}`;
  return text;
}

/**
 * @param {() => number} random
 * @returns {string} a headline without characters that any format would have to escape
 */
export function headline(random) {
  const text = `${pick(random, WHO)} ${pick(random, DID)} ${pick(random, WHAT)}`.replaceAll("'", "");
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}

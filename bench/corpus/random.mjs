/**
 * A generator of numbers in [0, 1) that a seed decides whole (mulberry32), so that a corpus is the same on every machine.
 *
 * @param {number} seed any integer
 * @returns {() => number}
 */
export function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The seed of one numbered thing, so that it can be made again without making those before it.
 *
 * @param {number} seed
 * @param {number} number
 * @returns {number}
 */
export function seedOf(seed, number) {
  return Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35);
}

/**
 * @template T
 * @param {() => number} random
 * @param {readonly T[]} choices at least one
 * @returns {T}
 */
export function pick(random, choices) {
  return choices[Math.floor(random() * choices.length)];
}

/**
 * Some of the choices, no two equal, in the order in which they were drawn.
 *
 * @template T
 * @param {() => number} random
 * @param {readonly T[]} choices more than count
 * @param {number} count
 * @returns {T[]}
 */
export function draw(random, choices, count) {
  const drawn = new Set();
  while (drawn.size < count) drawn.add(pick(random, choices));
  return [...drawn];
}

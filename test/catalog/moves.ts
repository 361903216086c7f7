import fc from "fast-check";
import type { MemoryFile } from "../memory-doors.ts";
import { BASIS, type Facts, type Office, type StampPart, textOf } from "./office.ts";

/** One thing that happens between two builds. `pick` and `other` choose files, `variant` what they come to say. */
export interface Move {
  readonly what: keyof typeof MOVES;
  readonly pick: number;
  readonly other: number;
  readonly variant: number;
}

const PATHS = ["city/fair.md", "city/tram.md", "world/dam.md", "world/rain.md", "world/sail.md"];
const PICTURES = ["city/quay.png", "world/quay.png"];

const MINUTE = 60;
const DAY = 86_400;

/** Programs that read and print differently, which only their names tell of. */
export const running = { version: 1, zones: 1 };

export const MOVES = {
  write: (office: Office, { pick, variant }: Move) => put(office, at(PATHS, pick), factsOf(variant)),
  retitle: (office: Office, { pick, variant }: Move) =>
    change(office, pick, (facts) => ({ ...facts, title: at(TITLES, variant) })),
  edit: (office: Office, { pick, variant }: Move) =>
    change(office, pick, (facts) => ({ ...facts, words: at(WORDS, variant) })),
  "change a field": (office: Office, { pick, variant }: Move) =>
    change(office, pick, (facts) => ({ ...facts, lines: [at(LINES, variant)] })),
  "add a field": (office: Office, { pick, variant }: Move) =>
    change(office, pick, (facts) => ({
      ...facts,
      lines: [...facts.lines.filter((line) => nameOf(line) !== nameOf(at(LINES, variant))), at(LINES, variant)],
    })),
  "comment above": (office: Office, { pick, variant }: Move) =>
    change(office, pick, (facts) => ({ ...facts, lines: [`# note ${variant}`, ...facts.lines] })),
  redate: (office: Office, { pick, variant }: Move) =>
    change(office, pick, ({ date: _date, ...facts }) => {
      const date = at(DATES, variant);
      return date === undefined ? facts : { ...facts, date };
    }),
  "edit unseen but for one part of the stamp": (office: Office, { pick, variant }: Move) =>
    quietly(office, pick, variant),
  "edit twice within a moment": (office: Office, { pick }: Move) => hastily(office, pick),
  settle: (office: Office) => settle(office),
  touch: ({ articles }: Office, { pick }: Move) => {
    const path = at(PATHS, pick);
    const file = articles.files.get(path);
    if (file !== undefined) articles.write(path, file.bytes);
  },
  remove: (office: Office, { pick }: Move) => {
    if (office.facts.size > 1) drop(office, at(PATHS, pick));
  },
  rename: (office: Office, { pick, other }: Move) => rename(office, at(PATHS, pick), at(PATHS, other)),
  break: ({ articles }: Office, { pick, variant }: Move) => {
    if (articles.files.has(at(PATHS, pick))) articles.write(at(PATHS, pick), at(BROKEN, variant));
  },
  lock: ({ articles }: Office, { pick }: Move) => {
    const file = articles.files.get(at(PATHS, pick));
    if (file !== undefined) articles.write(at(PATHS, pick), file.bytes, { mtime: file.mtime, locked: true });
  },
  repair: (office: Office, { pick }: Move) => change(office, pick, (facts) => facts),
  "change a picture": ({ articles }: Office, { pick, variant }: Move) => {
    const path = at(PICTURES, pick);
    if (variant % 3 === 0) articles.remove(path);
    else articles.write(path, pictureOf(variant));
  },
  "change a picture twice within a moment": ({ articles }: Office, { pick, variant }: Move) => {
    const path = at(PICTURES, pick);
    const before = articles.files.get(path);
    articles.write(path, pictureOf(variant), before?.unsettled === true ? factsIn(before) : { unsettled: true });
  },
  configure: (office: Office, { variant }: Move) => {
    office.settings = { ...BASIS, ...authorsIn(office), ...at(CONFIGURATIONS, variant) };
  },
  "change the registry": (office: Office, { variant }: Move) => {
    office.settings = { ...office.settings, authors: at(REGISTRIES, variant) };
  },
  "let time pass": (office: Office, { variant }: Move) => {
    office.now += at([1, MINUTE, 3600, DAY, 3 * DAY, 40 * DAY], variant);
  },
  "set the clock back": (office: Office, { variant }: Move) => {
    office.now -= at([1, 3600, DAY, 3 * DAY], variant);
  },
  "ask for strictness": (office: Office) => {
    office.strict = !office.strict;
  },
  "ask for guards": (office: Office) => {
    office.accepts = !office.accepts;
  },
  "build from elsewhere": (office: Office) => {
    office.label = office.label === "articles/" ? "press/articles/" : "articles/";
  },
  "restore an earlier release": (office: Office, { variant }: Move) => {
    office.out = office.releases.length === 0 ? new Map() : at(office.releases, variant);
  },
  "lose the release": (office: Office) => {
    office.out = new Map();
  },
  "begin on an empty disk": (office: Office) => {
    office.moved = office.out.size > 0;
  },
  "change the program": () => {
    running.version = 3 - running.version;
  },
  "change the zone data": () => {
    running.zones = 3 - running.zones;
  },
  "damage the state": ({ state, alive }: Office, { pick, variant }: Move) => {
    for (const { files } of [state, alive.state]) {
      const [name, bytes] = at([...files], pick) ?? [];
      if (name !== undefined && bytes !== undefined) files.set(name, damaged(bytes, variant));
    }
  },
  nothing: () => undefined,
} as const;

const every = Object.keys(MOVES) as (keyof typeof MOVES)[];

/** Moves that things depend on which only few moves can show. */
const often: readonly (keyof typeof MOVES)[] = [
  "edit",
  "change a field",
  "add a field",
  "edit unseen but for one part of the stamp",
  "edit twice within a moment",
  "change a picture",
  "let time pass",
  "nothing",
];

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.oneof(fc.constantFrom(...every), fc.constantFrom(...often)),
  pick: fc.nat(PATHS.length - 1),
  other: fc.nat(PATHS.length - 1),
  variant: fc.nat(59),
});

/** What happens before each of some builds. */
export const days: fc.Arbitrary<readonly (readonly Move[])[]> = fc.array(fc.array(move, { maxLength: 2 }), {
  minLength: 2,
  maxLength: 5,
});

/** An office with articles in it. */
export function furnish(office: Office, seed: number): void {
  for (const [index, path] of PATHS.slice(0, 4).entries()) put(office, path, factsOf(seed + index * 7));
  for (const path of PICTURES.slice(0, 1 + (seed % 2))) office.articles.write(path, pictureOf(1));
}

const TITLES = ["Rain closes the coast road", "Tram lines to be laid again", "Dam holds after the storm", "Fair opens"];
const WORDS = ["Boats lay", "Boats lie", "Crowds met ![](quay.png)", "A [tide](note.html) rose", "<b>Nets</b> hung"];
const DATES = [-3 * DAY, -2 * DAY, -DAY, -3600, -1, 0, 1, 3600, DAY, undefined];
const LINES = [
  "tags: [Rain, roads]",
  "tags: [rain, Boats]",
  "author: Jane Doe",
  "author: J. Doe",
  "authors: [Jane Doe, Ali Khan, jane@news.example]",
  "section: sport",
  "image: quay.png",
  "cover: quay.png",
  "image: gone.png",
  "related: [Rain closes the coast road]",
  "related: [Rain closes the coast]",
  "related: [Dam holds after the storm, Fair opens]",
  "draft: true",
  "draft: perhaps",
  "status: retracted",
  "retracted: 2025-09-02 10:00",
  "retracted: 2025-08-31 10:00",
  "expires: 2025-09-02 10:00",
  "updated: 2025-09-01 20:00",
  "updated: 2025-08-31 20:00",
  "embargo: 2025-09-01 18:00",
  "corrections: [{date: 2025-09-02, text: The dam is older}]",
  "summary: Told in short",
  "id: one",
  "language: ur",
];
const BROKEN = ["---\ntitle: [\n---\nText\n", "---\ntitle: No day\n---\nText\n", "---\nunclosed: yes\n", "", "\u0000"];
const CONFIGURATIONS = [
  {},
  { title: "The Harbour Post" },
  { limit: { items: 1, size: "1 MB" } },
  { limit: { items: 3, size: "10 KB" } },
  { content: "summary" },
  { tags: { min: 2 } },
  { tags: { aliases: { roads: "Streets" } } },
  {
    sections: {
      world: "The World",
      city: { title: "City", description: "Streets", url: "https://news.example/city/" },
    },
  },
  { permalink: "/:year/:slug/" },
  { undated: "first-seen" },
  { retraction: "remove" },
  { retraction: "remove", undated: "first-seen" },
  { mediaUrl: "https://media.example/" },
  { zone: "Europe/Paris" },
  { feeds: { tag: false } },
  { url: "https://press.example/" },
  { publish: "releases", copyright: "The Press" },
];
const REGISTRIES = [
  [],
  [{ id: "jane", name: "Jane Doe", aliases: ["J. Doe"], email: "jane@news.example" }],
  [{ id: "jane", name: "Jane Roe", aliases: ["Jane Doe", "J. Doe"], url: "https://news.example/jane/" }],
  [{ id: "ali", name: "Ali Khan", role: "Editor" }],
];

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf(":"));
}

function factsOf(variant: number): Facts {
  const date = at([-3 * DAY, -2 * DAY, -DAY, -3600, -1], variant);
  const lines = [at(LINES, variant * 3), at(LINES, variant * 3 + 7)].filter((line) => !/^(?:draft|id)/.test(line));
  return { title: at(TITLES, variant), words: at(WORDS, variant), date, lines };
}

function put(office: Office, path: string, facts: Facts): void {
  office.facts.set(path, facts);
  office.articles.write(path, textOf(facts));
}

function drop(office: Office, path: string): void {
  office.facts.delete(path);
  office.articles.remove(path);
}

function change(office: Office, pick: number, how: (facts: Facts) => Facts): void {
  const path = at(PATHS, pick);
  const facts = office.facts.get(path);
  if (facts !== undefined) put(office, path, how(facts));
}

function rename(office: Office, from: string, to: string): void {
  const facts = office.facts.get(from);
  if (facts === undefined || from === to) return;
  office.articles.rename(from, to);
  office.facts.delete(from);
  office.facts.set(to, facts);
}

/** An edit that shows in one part of the stamp alone, as on file systems that keep the others, or for tools that set them back. */
function quietly(office: Office, pick: number, variant: number): void {
  const path = at(PATHS, pick);
  const facts = office.facts.get(path);
  const file = office.articles.files.get(path);
  if (facts === undefined || file === undefined) return;
  const part = at<StampPart>(["size", "mtime", "ctime", "inode"], variant);
  const words = part === "size" ? `${facts.words} and` : swapped(facts.words);
  const next = { ...facts, words };
  // The same length, or the size would show it too.
  if (part !== "size" && textOf(next).length !== file.bytes.length) return;
  office.facts.set(path, next);
  const later = part === "size" ? {} : { [part]: file[part] + 1_000_000 };
  office.articles.write(path, textOf(next), { ...factsIn(file), ...later });
}

/** An edit right after another one: nothing of the stamp shows the second. */
function hastily(office: Office, pick: number): void {
  const path = PATHS.find((one) => office.articles.files.get(one)?.unsettled === true) ?? at(PATHS, pick);
  const facts = office.facts.get(path);
  const file = office.articles.files.get(path);
  if (facts === undefined || file === undefined) return;
  const next = { ...facts, words: swapped(facts.words) };
  const again = file.unsettled === true && textOf(next).length === file.bytes.length;
  office.facts.set(path, next);
  office.articles.write(path, textOf(next), again ? factsIn(file) : { unsettled: true });
}

/** Time passes for files that changed a moment ago: what changes now shows. */
function settle({ articles }: Office): void {
  for (const [path, file] of [...articles.files]) {
    const { unsettled: _unsettled, bytes, ...facts } = file;
    articles.remove(path);
    articles.write(path, bytes, facts);
  }
}

function factsIn({ bytes: _bytes, ...facts }: MemoryFile): Omit<MemoryFile, "bytes"> {
  return facts;
}

/** Other words of the same length. */
function swapped(words: string): string {
  const [first = ""] = words;
  return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + words.slice(1);
}

/** What a file of each kind begins with. */
const KINDS_OF_PICTURE = ["89504e470d0a1a0a0000000d49484452", "474946383961", "ffd8ffe000104a464946", "424d"];

/** A picture that calls itself a PNG, and is one or not; all are of one length. */
export function pictureOf(variant: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write(at(KINDS_OF_PICTURE, variant), "hex");
  return bytes;
}

function authorsIn({ settings }: Office): { readonly authors?: unknown } {
  return settings.authors === undefined ? {} : { authors: settings.authors };
}

function damaged(bytes: Uint8Array, variant: number): Uint8Array {
  const half = Math.floor(bytes.length / 2);
  const flipped = Buffer.from(bytes);
  const place = (variant * 97) % Math.max(1, bytes.length);
  flipped.fill((flipped[place] ?? 0) ^ 0x20, place, place + 1);
  return at(
    [flipped, bytes.subarray(0, half), new Uint8Array(), Buffer.from("\u0000\u0001\n"), Buffer.concat([bytes, bytes])],
    variant,
  );
}

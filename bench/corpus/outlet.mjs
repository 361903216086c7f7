/** What the made-up outlet publishes: the feeds that every contender has to make. Names are ASCII, so that all spell one path. */
export const OUTLET = {
  title: "The Harbour Press",
  url: "https://news.example/",
  description: "News from the harbour and the valley",
  language: "en",
};

export const SECTIONS = ["world", "politics", "business", "culture", "sport", "science", "opinion", "local"];

export const TAGS = [
  "Budget",
  "Elections",
  "Harbour",
  "Fishing",
  "Housing",
  "Schools",
  "Trains",
  "Roads",
  "Weather",
  "Floods",
  "Climate",
  "Energy",
  "Hospitals",
  "Courts",
  "Police",
  "Council",
  "Parliament",
  "Trade",
  "Prices",
  "Wages",
  "Strikes",
  "Tourism",
  "Museums",
  "Theatre",
  "Cinema",
  "Music",
  "Books",
  "Football",
  "Cycling",
  "Rowing",
  "Athletics",
  "Space",
  "Oceans",
  "Medicine",
  "Farming",
  "Forests",
  "Letters",
  "Interviews",
  "Obituaries",
  "City Hall",
];

const GIVEN = ["Ana", "Bruno", "Clara", "David", "Elena", "Farid"];
const FAMILY = ["Almeida", "Brandt", "Costa", "Duarte", "Evans"];

export const AUTHORS = FAMILY.flatMap((family) => GIVEN.map((given) => `${given} ${family}`));

export const LANGUAGES = ["en", "pt"];

/** Stories in a feed at most. */
export const LIMIT = 50;

export const FORMATS = ["rss", "atom", "json"];

/**
 * The path segment of a name.
 *
 * @param {string} name
 * @returns {string}
 */
export function slugOf(name) {
  return name.toLowerCase().replaceAll(" ", "-");
}

/**
 * Every feed that is asked for, with the question whether an article belongs to it.
 *
 * @returns {{kind: "main" | "section" | "tag" | "author" | "language", label: string, holds: (article: import("./article.mjs").Facts) => boolean}[]}
 */
export function feedsAskedFor() {
  return [
    { kind: "main", label: "", holds: () => true },
    ...SECTIONS.map((label) => ({ kind: "section", label, holds: ({ section }) => section === label })),
    ...TAGS.map((label) => ({ kind: "tag", label, holds: ({ tags }) => tags.includes(label) })),
    ...AUTHORS.map((label) => ({ kind: "author", label, holds: ({ authors }) => authors.includes(label) })),
    ...LANGUAGES.map((label) => ({ kind: "language", label, holds: ({ language }) => language === label })),
  ];
}

/**
 * `outlet.yaml` for Wireroom. Everything that is not named here has its default, so every check and guard is on.
 *
 * @returns {string}
 */
export function outletYaml() {
  return `title: ${OUTLET.title}
url: ${OUTLET.url}
description: ${OUTLET.description}
zone: Europe/Lisbon
language: ${OUTLET.language}
since: 2001-06-30
limit: ${LIMIT}
sections:
${SECTIONS.map((section) => `  ${section}: { title: ${section[0].toUpperCase()}${section.slice(1)} }\n`).join("")}authors:
${AUTHORS.map((name) => `  - { id: ${slugOf(name)}, name: ${name} }\n`).join("")}`;
}

// The least that a program of Wireroom's design does, with the packages of the plain script: the front matter of every article, each story
// that appears sanitized and put through `feed` once for each format, documents put together from these. Nothing is judged, compared,
// remembered or waited for until it is on the disk, and no text is looked into for bylines, notes or orders.
// node bare.mjs ARTICLES OUT LISTS
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { Feed } from "feed";
import matter from "gray-matter";
import { marked } from "marked";
import clean from "sanitize-html";

const [articles, out, lists] = process.argv.slice(2);
const { outlet, limit, feeds } = JSON.parse(readFileSync(lists, "utf8"));

const FORMATS = [
  { format: "rss", name: "rss.xml", joint: Buffer.from("\n") },
  { format: "atom", name: "atom.xml", joint: Buffer.from("\n") },
  { format: "json", name: "feed.json", joint: Buffer.from(",\n") },
];

/** A file's bytes while it is looked at: one piece of memory for all of them. */
const desk = Buffer.allocUnsafe(1 << 20);

const posts = [];
(function list(folder, section) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) list(file, section ?? entry.name);
    else if (entry.name.endsWith(".md") && lstatSync(file).isFile()) posts.push(postOf(file, section, entry.name));
  }
})(articles, undefined);
posts.sort((a, b) => b.date - a.date);

const groups = new Map();
for (const { kind, label, path } of feeds) {
  const group = groupsOf(kind).get(label) ?? [];
  const heads = headsOf(label === "" ? outlet.title : `${outlet.title}: ${label}`, path);
  mkdirSync(`${out}/${path}`, { recursive: true });
  for (const { format, name, joint } of FORMATS) {
    const [head, tail] = heads[format];
    const entries = group.map((post) => {
      post.entries ??= entriesOf(post);
      return post.entries[format];
    });
    writeFileSync(`${out}/${path}${name}`, Buffer.concat([head, ...joined(entries, joint), tail]));
  }
}

function joined(entries, joint) {
  return entries.flatMap((entry, index) => (index === 0 ? [entry] : [joint, entry]));
}

/** The front matter alone goes through gray-matter, which copies what it is given several times. */
function postOf(file, section, name) {
  const text = textOf(file);
  const end = text.indexOf("\n---", 3) + 4;
  const { data } = matter(text.slice(0, end), {});
  return { ...data, file, section, end, url: `${outlet.url}${section}/${name.slice(0, -3)}/` };
}

function textOf(file) {
  const descriptor = openSync(file, "r");
  const length = readSync(descriptor, desk, 0, fstatSync(descriptor).size, 0);
  closeSync(descriptor);
  return desk.utf8Slice(0, length);
}

/** The newest posts of each feed of a kind. */
function groupsOf(kind) {
  const known = groups.get(kind);
  if (known !== undefined) return known;
  const made = new Map();
  for (const post of posts) {
    for (const label of labelsOf(post, kind)) {
      const group = made.get(label);
      if (group === undefined) made.set(label, [post]);
      else if (group.length < limit) group.push(post);
    }
  }
  groups.set(kind, made);
  return made;
}

function labelsOf(post, kind) {
  if (kind === "main") return [""];
  if (kind === "section") return [post.section];
  if (kind === "tag") return post.tags;
  if (kind === "author") return post.authors;
  return [post.language];
}

function entriesOf(post) {
  const feed = feedOf(outlet.title, "");
  feed.addItem({
    id: post.url,
    link: post.url,
    title: post.title,
    description: post.description,
    content: clean(marked(textOf(post.file).slice(post.end))),
    date: post.date,
    published: post.date,
    author: post.authors.map((name) => ({ name })),
    category: post.tags.map((name) => ({ name, term: name })),
  });
  return {
    rss: Buffer.from(between(feed.rss2(), "<item>", "</item>")),
    atom: Buffer.from(between(feed.atom1(), "<entry>", "</entry>")),
    json: Buffer.from(JSON.stringify(JSON.parse(feed.json1()).items[0])),
  };
}

/** What stands before and after the entries of a feed. */
function headsOf(title, path) {
  const feed = feedOf(title, path);
  return {
    rss: apart(feed.rss2(), "</channel>"),
    atom: apart(feed.atom1(), "</feed>"),
    json: apart(JSON.stringify(JSON.parse(feed.json1())), "]}"),
  };
}

function feedOf(title, path) {
  return new Feed({
    id: `${outlet.url}${path}`,
    title,
    description: outlet.description,
    link: outlet.url,
    language: outlet.language,
    copyright: outlet.title,
    updated: posts[0]?.date,
    feedLinks: {
      rss: `${outlet.url}${path}rss.xml`,
      atom: `${outlet.url}${path}atom.xml`,
      json: `${outlet.url}${path}feed.json`,
    },
  });
}

function between(text, open, close) {
  return text.slice(text.indexOf(open), text.lastIndexOf(close) + close.length);
}

function apart(text, close) {
  const at = text.lastIndexOf(close);
  return [Buffer.from(text.slice(0, at)), Buffer.from(text.slice(at))];
}

// What a newsroom's developer writes in an afternoon: gray-matter, marked and `feed`, one loop over the feeds.
// node plain.mjs ARTICLES OUT LISTS [appearing|all]: "appearing" sanitizes what is published, "all" renders and sanitizes every
// article first, as scripts do that load their posts before they sort them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { Feed } from "feed";
import matter from "gray-matter";
import { marked } from "marked";

const [articles, out, lists, sanitizing] = process.argv.slice(2);
const { outlet, limit, feeds } = JSON.parse(readFileSync(lists, "utf8"));
const clean = sanitizing === undefined ? (html) => html : (await import("sanitize-html")).default;

const posts = readdirSync(articles, { recursive: true })
  .filter((path) => path.endsWith(".md"))
  .map((path) => {
    const { data, content } = matter(readFileSync(join(articles, path), "utf8"));
    const section = path.split(sep)[0];
    const slug = path.slice(path.lastIndexOf(sep) + 1, -".md".length);
    const post = { ...data, section, body: content, url: `${outlet.url}${section}/${slug}/` };
    if (sanitizing === "all") contentOf(post);
    return post;
  })
  .sort((a, b) => b.date - a.date);

for (const { kind, label, path } of feeds) {
  const members = posts.filter((post) => belongs(post, kind, label)).slice(0, limit);
  const feed = new Feed({
    id: `${outlet.url}${path}`,
    title: label === "" ? outlet.title : `${outlet.title}: ${label}`,
    description: outlet.description,
    link: outlet.url,
    language: outlet.language,
    copyright: outlet.title,
    updated: members[0]?.date,
    feedLinks: {
      rss: `${outlet.url}${path}rss.xml`,
      atom: `${outlet.url}${path}atom.xml`,
      json: `${outlet.url}${path}feed.json`,
    },
  });
  for (const post of members) {
    feed.addItem({
      id: post.url,
      link: post.url,
      title: post.title,
      description: post.description,
      content: contentOf(post),
      date: post.date,
      published: post.date,
      author: post.authors.map((name) => ({ name })),
      category: post.tags.map((name) => ({ name, term: name })),
    });
  }
  write(`${path}rss.xml`, feed.rss2());
  write(`${path}atom.xml`, feed.atom1());
  write(`${path}feed.json`, feed.json1());
}

function contentOf(post) {
  post.html ??= clean(marked(post.body));
  return post.html;
}

function belongs(post, kind, label) {
  if (kind === "main") return true;
  if (kind === "section") return post.section === label;
  if (kind === "tag") return post.tags.includes(label);
  if (kind === "author") return post.authors.includes(label);
  return post.language === label;
}

function write(path, text) {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

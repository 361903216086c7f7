import { readFileSync } from "node:fs";
import { feedPlugin } from "@11ty/eleventy-plugin-rss";

/**
 * Eleventy with its RSS plugin, one virtual template for each feed and format, and no pages. The plugin prints no authors and no
 * tags of a story. BENCH_LISTS names the file with the feeds that are asked for; ARTICLES and OUT are on the command line.
 */
// biome-ignore lint/style/noDefaultExport: Eleventy takes the default export of its configuration
export default function configure(eleventy) {
  const { outlet, limit, feeds } = JSON.parse(readFileSync(process.env.BENCH_LISTS, "utf8"));
  eleventy.setTemplateFormats(["md", "njk"]);
  // No article is written, only the virtual feeds are.
  eleventy.addGlobalData("permalink", () => false);
  const collections = new Map(feeds.map(({ kind, label }) => [collectionName(kind, label), []]));
  eleventy.addCollection("sorted", (api) => {
    for (const story of api.getAllSorted()) {
      if (story.data.authors === undefined) continue;
      const section = story.filePathStem.split("/").find((part) => collections.has(collectionName("section", part)));
      const names = [collectionName("main", ""), collectionName("section", section)];
      for (const tag of story.data.tags) names.push(collectionName("tag", tag));
      for (const author of story.data.authors) names.push(collectionName("author", author));
      names.push(collectionName("language", story.data.language));
      // A story that is not written has no address, and the plugin fails without one.
      const linked = Object.create(story, { url: { value: `/${section}/${story.fileSlug}/` } });
      for (const name of names) collections.get(name).push(linked);
    }
    return [];
  });
  for (const [name, stories] of collections) eleventy.addCollection(name, () => stories);
  for (const { kind, label, path } of feeds) {
    for (const [type, file] of [
      ["rss", "rss.xml"],
      ["atom", "atom.xml"],
      ["json", "feed.json"],
    ]) {
      eleventy.addPlugin(feedPlugin, {
        type,
        inputPath: `${collectionName(kind, label)}-${type}.njk`,
        outputPath: `/${path}${file}`,
        collection: { name: collectionName(kind, label), limit },
        metadata: {
          title: label === "" ? outlet.title : `${outlet.title}: ${label}`,
          subtitle: outlet.description,
          description: outlet.description,
          language: outlet.language,
          base: outlet.url,
          author: { name: outlet.title },
        },
      });
    }
  }
}

/** The plugin writes the name into a template, where it has to be one word. */
function collectionName(kind, label) {
  return `${kind}_${label.toLowerCase().replaceAll(/[^a-z0-9]/g, "_")}`;
}

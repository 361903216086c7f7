import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSafeSlug, permanentId, slugOf } from "../../src/normalize/identity.ts";
import { codes, file, outletWith } from "./newsroom.ts";

const outlet = outletWith();
const story = (fields: string, path = "world/2025-08-19-rain.md", own = outlet) =>
  file(path, `---\ntitle: Rain\ndate: 2025-08-19\n${fields}\n---\nText.\n`, own);

describe("a permanent id", () => {
  test.each([
    ["world/rain.md", undefined, "tag:harbour.example,2019-06-30:world/rain"],
    ["world/2025-08-19-rain.md", undefined, "tag:harbour.example,2019-06-30:world/rain"],
    ["world/2026-01-02-rain.md", undefined, "tag:harbour.example,2019-06-30:world/rain"],
    ["2025-08-19.md", undefined, "tag:harbour.example,2019-06-30:2025-08-19"],
    ["ur/بارش.txt", undefined, "tag:harbour.example,2019-06-30:ur/%D8%A8%D8%A7%D8%B1%D8%B4"],
    ["café.md", undefined, "tag:harbour.example,2019-06-30:caf%C3%A9"],
    ["café.md".normalize("NFD"), undefined, "tag:harbour.example,2019-06-30:caf%C3%A9"],
    ["a b'(c).md", undefined, "tag:harbour.example,2019-06-30:a%20b%27%28c%29"],
    ["rain.md", "12345678901234567890", "tag:harbour.example,2019-06-30:12345678901234567890"],
    ["rain.md", "010", "tag:harbour.example,2019-06-30:010"],
    ["rain.md", "urn:uuid:0F3B1A60-0000-4000-8000-000000000000", "urn:uuid:0F3B1A60-0000-4000-8000-000000000000"],
    ["rain.md", "https://old.example/?p=7&x=ü", "https://old.example/?p=7&x=%C3%BC"],
    ["rain.md", "tag:old.example,2001:7", "tag:old.example,2001:7"],
    ["rain.md", "note: two words", "tag:harbour.example,2019-06-30:note%3A%20two%20words"],
  ])("of %s, id %s", (path, given, id) => {
    expect(permanentId(path, given, outlet)).toBe(id);
  });

  test("is the address where the outlet has not said since when it owns its domain", () => {
    const young = outletWith({ since: "none" });
    expect(permanentId("rain.md", undefined, young)).toBeUndefined();
    expect(story("tags: a", "world/rain.md", young).article?.id).toBe("https://harbour.example/world/rain/");
  });

  test("does not change with title, date, section or scheme", () => {
    const id = story("tags: a").article?.id;
    expect(story("section: Sport", "world/2026-02-01-rain.md").article?.id).toBe(id);
    expect(story("tags: a", "world/rain.txt", outletWith({ url: "http://harbour.example/" })).article?.id).toBe(id);
    expect(id).toBe("tag:harbour.example,2019-06-30:world/rain");
  });

  test.each(["id: 1e3", "id: 0x1F", "id: .inf", "id: NaN", "id: true"])("keeps its source text: %s", (field) => {
    expect(story(field).article?.id).toBe(`tag:harbour.example,2019-06-30:${field.slice(4)}`);
  });

  test("is plain ASCII for any path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (path) => {
        expect(permanentId(path, undefined, outlet)).toMatch(/^[\u0021-\u007e]+$/);
      }),
    );
  });
});

describe("a slug", () => {
  test.each([
    ["world/2025-08-19-rain-in-the-hills.md", undefined, "rain-in-the-hills"],
    ["world/Rain In The Hills.txt", undefined, "rain-in-the-hills"],
    ["rain/index.md", undefined, "rain"],
    ["index.md", undefined, slugOf("x.md", "index")],
    ["ur/بارش.txt", undefined, "بارش"],
    ["a.md", "Straße & Brücke", "straße-brücke"],
    ["a.md", "a\u200bb\u00adc\u{e0041}", "abc"],
  ])("of %s, slug %s", (path, given, slug) => {
    expect(slugOf(path, given)).toBe(slug);
  });

  test.each(["CON", "aux", "nul", "index", "current"])(
    "that means a device or a file of ours gets a hash: %s",
    (name) => {
      expect(slugOf("a.md", name)).toMatch(new RegExp(`^${name.toLowerCase()}-[0-9a-f]{8}$`));
    },
  );

  test("that is too long for a file name is shortened with a hash", () => {
    for (const name of ["a".repeat(256), "é".repeat(128), "字".repeat(200)]) {
      const slug = slugOf("a.md", name);
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(240);
      expect(slug).toMatch(/-[0-9a-f]{8}$/);
    }
  });

  test.each([
    "../../etc/cron.d/x",
    "/etc/passwd",
    "..\\..\\x",
    "%2e%2e%2fx",
    "a/b",
    ".",
    "..",
    "~root",
    "a\u0000b",
    "a\u007fb",
  ])("that is a path is refused: %j", (slug) => {
    expect(isSafeSlug(slug)).toBe(false);
    const filed = story(`slug: ${JSON.stringify(slug)}`);
    const url = filed.article?.url ?? "https://harbour.example/world/x/";
    expect(url).toMatch(/^https:\/\/harbour\.example\/world\/[^/]+\/$/);
    if (slug !== "a\u0000b" && slug !== "a\u007fb") expect(codes(filed)).toEqual(["error slug/unsafe"]);
  });

  test("without a letter or digit is refused", () => {
    expect(codes(story('slug: "—"'))).toEqual(["error slug/empty"]);
    expect(codes(story("tags: a", "—.md"))).toEqual(["error slug/empty"]);
  });
});

describe("an address", () => {
  test.each([
    ["tags: a", "https://harbour.example/world/rain/", "outlet"],
    ["slug: Wet Hills", "https://harbour.example/world/wet-hills/", "outlet"],
    ["section: Sport & Play", "https://harbour.example/sport-play/rain/", "outlet"],
    ["url: https://elsewhere.example/a", "https://elsewhere.example/a", "front-matter"],
    ["permalink: /2025/rain.html", "https://harbour.example/2025/rain.html", "front-matter"],
    ["url: https://bücher.example/ä?x=1&y=2", "https://xn--bcher-kva.example/%C3%A4?x=1&y=2", "front-matter"],
    [
      `url: 'https://n.example/a b"c<d>|é?x=1&y=2'`,
      "https://n.example/a%20b%22c%3Cd%3E%7C%C3%A9?x=1&y=2",
      "front-matter",
    ],
  ])("%s", (fields, url, from) => {
    const filed = story(fields);
    expect(filed.article?.url).toBe(url);
    expect(filed.decisions?.url?.from).toBe(from);
  });

  test.each([
    "http://[::1",
    "https:///x",
    "http://h:99999/",
    "htp://x",
    "ht!tp://n.example/x",
    "http//n.example/x",
    "://n.example/x",
    "www.n.example/x",
    "http:\\\\n.example",
    "javascript:alert(1)",
    "https://user:pass@n.example/",
  ])("that is none holds the story: %s", (url) => {
    const filed = story(`url: '${url}'`);
    expect(filed.article).toBeUndefined();
    expect(codes(filed)).toEqual(["error url/malformed"]);
  });

  test.each([
    ["/:year/:month/:day/:slug/", "https://harbour.example/2025/08/19/rain/"],
    ["/:section/:slug.html", "https://harbour.example/world/rain.html"],
    ["/:slug", "https://harbour.example/rain"],
  ])("by the pattern %s", (permalink, url) => {
    expect(story("tags: a", undefined, outletWith({ permalink })).article?.url).toBe(url);
  });

  test("goes without the section that a story lacks", () => {
    expect(story("tags: a", "rain.md").article?.url).toBe("https://harbour.example/rain/");
  });
});

describe("a section", () => {
  test.each([
    ["tags: a", "world/rain.md", "world", "folder"],
    ["tags: a", "2025/08/19/rain.md", undefined, undefined],
    ["tags: a", "2025/world/rain.md", "world", "folder"],
    ["tags: a", "2025-08-19/rain.md", undefined, undefined],
    ["tags: a", "Local News/rain.md", "local-news", "folder"],
    ["section: Sport", "world/rain.md", "sport", "front-matter"],
    ["desk: Sport", "world/rain.md", "sport", "front-matter"],
    ["section:", "world/rain.md", "world", "folder"],
    ['section: "—"', "world/rain.md", "world", "folder"],
    ["tags: a", "rain.md", undefined, undefined],
  ])("%s in %s", (fields, path, section, from) => {
    const filed = story(fields, path);
    expect(filed.article?.section).toBe(section);
    expect(filed.decisions?.section?.from).toBe(from);
  });

  test("that is no text is told, and the folder is taken", () => {
    const filed = story("section: [a]");
    expect([filed.article?.section, codes(filed)]).toEqual(["world", ["warning section/not-text"]]);
  });
});

/**
 * JSON feeds that state their own expectation: a "▸" stands where a finding is expected, and the codes follow in the same order. A feed
 * without codes is clean. The marks are taken out before the feed is judged.
 */
export type JsonCase = readonly [name: string, feed: string, ...codes: string[]];

const HEAD = `"version": "https://jsonfeed.org/version/1.1",
  "title": "Harbour News",
  "home_page_url": "https://example.org/",
  "feed_url": "https://example.org/feed.json",`;

/** A clean feed with more in its head. */
function head(more: string): string {
  return `{\n  ${HEAD}\n  ${more},\n  "items": []\n}\n`;
}

/** A clean head above such items. */
function items(list: string): string {
  return `{\n  ${HEAD}\n  "items": [${list}]\n}\n`;
}

/** A clean feed whose one item has more. */
function item(more: string): string {
  return items(
    `\n    {"id": "tag:example.org,2025:a", "url": "https://example.org/a", "content_text": "Rain",\n     ${more}}\n  `,
  );
}

function attachment(more: string): string {
  return item(`"attachments": [{"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg", ${more}}]`);
}

/** A feed of version 1. */
function first(more: string): string {
  return head(more).replace("version/1.1", "version/1");
}

const whole: readonly JsonCase[] = [
  ["a feed without items", items("")],
  [
    "every field of 1.1",
    item(`"external_url": "https://example.net/", "title": "Storm", "content_html": "<p>Rain</p>",
     "summary": "It rains", "image": "https://example.org/a.jpg", "banner_image": "https://example.org/b.jpg",
     "date_published": "2025-08-19T11:30:00Z", "date_modified": "2025-08-19T13:30:00+02:00",
     "authors": [{"name": "Ana", "url": "mailto:ana@example.org", "avatar": "https://example.org/ana.png"}],
     "tags": ["weather", "🌧"], "language": "pt-BR",
     "attachments": [{"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg", "title": "Rain", "size_in_bytes": 0,
                      "duration_in_seconds": 12.5}], "_harbour": {"about": "https://example.org/", "pier": [1, null]}`),
  ],
  [
    "every field of a head",
    head(`"description": "The harbour", "user_comment": "<b>", "next_url": "https://example.org/2.json",
  "icon": "https://example.org/i.png", "favicon": "https://example.org/f.png", "authors": [{"name": "Ana"}], "language": "en",
  "expired": false, "hubs": [{"type": "WebSub", "url": "https://example.org/hub"}]`),
  ],
  ["an array instead of a feed", "▸[1, 2]", "json/not-a-feed"],
  [
    "an empty object",
    "▸▸▸▸▸{}",
    "json/version-missing",
    "json/title-missing",
    "json/home-page-missing",
    "json/feed-url-missing",
    "json/items-missing",
  ],
  [
    "two items with one id",
    items(
      '{"id": "a", "url": "https://example.org/1", "content_text": "a"}, {"id": ▸"a", "url": "https://example.org/2", "content_text": "b"}',
    ),
    "json/id-twice",
  ],
  [
    "ids that are one once a number is text",
    items(
      '{"id": "7", "url": "https://example.org/1", "content_text": "a"}, {"id": ▸▸7, "url": "https://example.org/2", "content_text": "b"}',
    ),
    "json/id-not-string",
    "json/id-twice",
  ],
  [
    "ids that differ in case alone",
    items(
      '{"id": "a", "url": "https://example.org/1", "content_text": "a"}, {"id": "A", "url": "https://example.org/2", "content_text": "b"}',
    ),
  ],
  [
    "two items with one url",
    items(
      '{"id": "a", "url": "https://example.org/1", "content_text": "a"}, {"id": ▸"b", "url": "https://example.org/1", "content_text": "b"}',
    ),
    "feed/link-twice",
  ],
  [
    "a newer item below an older one",
    items(
      '{"id": "a", "url": "https://example.org/1", "content_text": "a", "date_published": "2025-08-18T00:00:00Z"}, {"id": ▸"b", "url": "https://example.org/2", "content_text": "b", "date_published": "2025-08-19T00:00:00Z"}',
    ),
    "feed/order",
  ],
  ["items that are no objects", items('▸"Rain", ▸null, ▸[]'), "json/not-object", "json/not-object", "json/not-object"],
];

const heads: readonly JsonCase[] = [
  [
    "a version with www",
    head('"expired": true').replace('"https://jsonfeed', '▸"https://www.jsonfeed'),
    "json/version",
  ],
  [
    "a version by its number",
    head('"expired": true').replace('"https://jsonfeed.org/version/1.1"', '▸"1.1"'),
    "json/version",
  ],
  [
    "a version that is a number",
    head('"expired": true').replace('"https://jsonfeed.org/version/1.1"', "▸1.1"),
    "json/not-string",
  ],
  [
    "a version below the title",
    `{"title": "News", ▸"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://example.org/", "feed_url": "https://example.org/feed.json", "items": []}`,
    "json/version-not-first",
  ],
  ["an empty title", items("").replace('"Harbour News"', '▸""'), "text/blank"],
  ["a title over two lines", items("").replace('"Harbour News"', '▸"Harbour\\nNews"'), "readers/title-lines"],
  ["a title with a tag", items("").replace('"Harbour News"', '▸"Harbour <b>News</b>"'), "text/contains-html"],
  ["a title with a reference", items("").replace('"Harbour News"', '▸"Ships &amp; News"'), "text/contains-html"],
  ["a title with an ampersand", items("").replace('"Harbour News"', '"Ships & News, AT&T, 1 < 2"')],
  ["a title that is an object", items("").replace('"Harbour News"', '▸{"en": "News"}'), "json/not-string"],
  ["items that are an object", items("").replace("[]", "▸{}"), "json/not-array"],
  ["items that are null", items("").replace("[]", "▸null"), "json/null"],
  ["a relative home page", items("").replace('"https://example.org/"', '▸"/"'), "uri/not-absolute"],
  ["a relative next_url", head('"next_url": ▸"feed.json?2"'), "uri/not-absolute"],
  ["a next_url that is this feed", head('"next_url": ▸"https://example.org/feed.json"'), "json/next-url-loop"],
  [
    "a next_url that is this feed, written differently",
    head('"next_url": ▸"https://EXAMPLE.org:443/feed.json"'),
    "json/next-url-loop",
  ],
  ["a next_url that is the next page", head('"next_url": "https://example.org/feed.json?page=2"')],
  ["an icon with a space", head('"icon": ▸"https://example.org/a b.png"'), "uri/character"],
  ["a favicon beyond ASCII", head('"favicon": ▸"https://example.org/café.png"'), "uri/not-ascii"],
  ["a favicon without a host", head('"favicon": ▸"https:/favicon.png"'), "uri/not-absolute"],
  ["expired in quotes", head('"expired": ▸"true"'), "json/not-boolean"],
  ["expired as a number", head('"expired": ▸1'), "json/not-boolean"],
  ["a language by name", head('"language": ▸"english"'), "language/unknown"],
  ["a language with a broken country", head('"language": ▸"en-XY"'), "language/subtags"],
  ["a language with a script", head('"language": "zh-Hant-TW"')],
  ["a user_comment that is a list", head('"user_comment": ▸["a"]'), "json/not-string"],
  ["a hub without a type", head('"hubs": [▸{"url": "https://example.org/hub"}]'), "json/hub-type-missing"],
  ["a hub without a url", head('"hubs": [▸{"type": "WebSub"}]'), "json/hub-url-missing"],
  ["hubs that are addresses", head('"hubs": [▸"https://example.org/hub"]'), "json/not-object"],
  ["a hub with a relative url", head('"hubs": [{"type": "WebSub", "url": ▸"/hub"}]'), "uri/not-absolute"],
  ["an author without a member", head('"authors": [▸{}]'), "json/author-empty"],
  ["an author with an extension alone", head('"authors": [▸{"_x": {}}]'), "json/author-empty"],
  ["an author with an avatar alone", head('"authors": [{"avatar": "https://example.org/a.png"}]')],
  ["an author with an empty name", head('"authors": [{"name": ▸""}]'), "text/blank"],
  ["authors as names", head('"authors": [▸"Ana"]'), "json/not-object"],
  ["authors as an object", head('"authors": ▸{"name": "Ana"}'), "json/not-array"],
  ["an empty list of authors", head('"authors": ▸[]'), "json/authors-none"],
  ["an author of version 1 in 1.1", head('▸"author": {"name": "Ana"}'), "json/author-deprecated"],
  ["an author of version 1 beside authors", head('"author": {"name": "Ana"}, "authors": [{"name": "Ana"}]')],
  ["an author that is a name", head('"author": ▸"Ana", "authors": [{"name": "Ana"}]'), "json/not-object"],
  ["a key without an underscore", head('▸"subtitle": "Harbour"'), "json/unknown-key"],
  ["a misspelt key", head('▸"homepage_url": "https://example.org/"'), "json/unknown-key"],
  ["a key in upper case", head('▸"Language": "en"'), "json/unknown-key"],
  ["an item's key in the head", head('▸"tags": ["a"]'), "json/unknown-key"],
  ["an extension that begins with a digit", head('▸"_1st": {}'), "json/extension-name"],
  ["an extension without a name", head('▸"_": {}'), "json/extension-name"],
  ["an extension with two underscores", head('▸"__x": {}'), "json/extension-name"],
  ["an extension with a dot", head('▸"_blue.shed": {}'), "json/extension-name"],
  ["an extension with an underscore inside", head('"_blue_shed": {"a_b": {"c": true}}')],
  ["a key of an extension with an underscore", head('"_blue_shed": {"a": [{▸"_b": 1}]}'), "json/extension-key"],
  ["a key of an extension with a dot", head('"_blue_shed": {▸"a.b": 1}'), "json/extension-key"],
  ["an extension that is a text", head('"_blue_shed": ▸"yes"'), "json/extension-not-object"],
  [
    "names that every object has",
    head('▸"constructor": 1, ▸"__proto__": {}, ▸"toString": 2'),
    "json/unknown-key",
    "json/extension-name",
    "json/unknown-key",
  ],
];

const stories: readonly JsonCase[] = [
  ["no id", items('▸{"url": "https://example.org/a", "content_text": "Rain"}'), "json/id-missing"],
  ["an empty id", items('{"id": ▸"", "url": "https://example.org/a", "content_text": "Rain"}'), "json/id-empty"],
  ["an id of spaces", items('{"id": ▸"  ", "url": "https://example.org/a", "content_text": "Rain"}'), "json/id-empty"],
  [
    "an id with a space behind",
    items('{"id": ▸"a ", "url": "https://example.org/a", "content_text": "Rain"}'),
    "json/id-space",
  ],
  [
    "an id that is a number",
    items('{"id": ▸12, "url": "https://example.org/a", "content_text": "Rain"}'),
    "json/id-not-string",
  ],
  [
    "an id that is null",
    items('{"id": ▸null, "url": "https://example.org/a", "content_text": "Rain"}'),
    "json/id-not-string",
  ],
  ["an id that is digits", items('{"id": "12", "url": "https://example.org/a", "content_text": "Rain"}')],
  ["no url", items('▸{"id": "a", "content_text": "Rain"}'), "json/url-missing"],
  ["no content", items('▸{"id": "a", "url": "https://example.org/a", "summary": "Rain"}'), "json/content-missing"],
  ["HTML content alone", items('{"id": "a", "url": "https://example.org/a", "content_html": "<p>Rain"}')],
  [
    "content that is a list",
    items('{"id": "a", "url": "https://example.org/a", "content_text": ▸["Rain"]}'),
    "json/not-string",
  ],
  ["empty content", items('{"id": "a", "url": "https://example.org/a", "content_html": ▸""}'), "text/blank"],
  [
    "a tag in content_text",
    items('{"id": "a", "url": "https://example.org/a", "content_text": ▸"<p>Rain</p>"}'),
    "text/contains-html",
  ],
  [
    "angle brackets in content_text",
    items('{"id": "a", "url": "https://example.org/a", "content_text": "if a<b and c>d, <ana@example.org> <now>"}'),
  ],
  ["a tag in the summary", item('"summary": ▸"<em>Rain</em>"'), "text/contains-html"],
  ["a tag in the title", item('"title": ▸"Storm <i>Ana</i>"'), "text/contains-html"],
  ["half a tag in the title", item('"title": ▸"Use <b"'), "readers/title-markup"],
  ["a relative url", items('{"id": "a", "url": ▸"/a", "content_text": "Rain"}'), "uri/not-absolute"],
  ["a url without a host", items('{"id": "a", "url": ▸"https://", "content_text": "Rain"}'), "uri/not-absolute"],
  ["an empty url", items('{"id": "a", "url": ▸"", "content_text": "Rain"}'), "uri/not-absolute"],
  ["a relative external_url", item('"external_url": ▸"b"'), "uri/not-absolute"],
  ["an image without a scheme", item('"image": ▸"//example.org/a.jpg"'), "uri/not-absolute"],
  ["a banner with a misspelt scheme", item('"banner_image": ▸"htps://example.org/a.jpg"'), "uri/scheme"],
  ["a script in content_html", item('"content_html": ▸"<p>Rain</p><script>a()</script>"'), "html/risky-element"],
  ["a handler in content_html", item('"content_html": ▸"<p onclick=\\"a()\\">Rain</p>"'), "html/risky-attribute"],
  ["an open element in content_html", item('"content_html": ▸"<b>Rain"'), "html/syntax"],
  ["a relative image in content_html", item('"content_html": ▸"<img src=\\"a.png\\">"'), "html/relative-address"],
  [
    "a relative video in content_html",
    item('"content_html": ▸"<video src=\\"/a.mp4\\"></video>"'),
    "html/relative-source",
  ],
  [
    "a style that covers the page",
    item('"content_html": ▸"<p style=\\"position:fixed\\">Rain</p>"'),
    "html/risky-style",
  ],
  ["an unknown element in content_html", item('"content_html": ▸"<rain>wet</rain>"'), "html/unknown-element"],
  ["a space in a link", item('"content_html": ▸"<a href=\\"/a b\\">Rain</a>"'), "html/address-character"],
  ["a date without a time", item('"date_published": ▸"2025-08-19"'), "date/rfc3339"],
  ["a date of RSS", item('"date_published": ▸"Tue, 19 Aug 2025 11:30:00 GMT"'), "date/rfc3339"],
  ["a date without an offset", item('"date_published": ▸"2025-08-19T11:30:00"'), "date/rfc3339"],
  ["a date with a space", item('"date_published": ▸"2025-08-19 11:30:00Z"'), "date/rfc3339"],
  ["an offset without a colon", item('"date_published": ▸"2025-08-19T11:30:00+0200"'), "date/rfc3339"],
  ["30 February", item('"date_published": ▸"2025-02-30T11:30:00Z"'), "date/rfc3339"],
  ["29 February in a leap year", item('"date_published": "2024-02-29T11:30:00Z"')],
  ["month 13", item('"date_published": ▸"2024-13-01T11:30:00Z"'), "date/rfc3339"],
  ["hour 25", item('"date_published": ▸"2025-08-18T25:00:00Z"'), "date/rfc3339"],
  ["minute 60", item('"date_published": ▸"2025-08-18T11:60:00Z"'), "date/rfc3339-out-of-range"],
  ["offset 25:00", item('"date_published": ▸"2025-08-18T11:30:00+25:00"'), "date/rfc3339-out-of-range"],
  ["a leap second", item('"date_published": "2016-12-31T23:59:60Z"')],
  ["a fraction", item('"date_published": "2025-08-18T11:30:00.125Z"')],
  ["small letters", item('"date_published": ▸"2025-08-18t11:30:00z"'), "json/date-case"],
  ["1989", item('"date_published": ▸"1989-08-18T11:30:00Z"'), "date/rfc3339-implausible"],
  ["the future", item('"date_published": ▸"2025-08-20T11:30:00Z"'), "date/rfc3339-future"],
  ["clocks that differ by nine minutes", item('"date_published": "2025-08-19T12:09:00Z"')],
  ["a date that is a number", item('"date_published": ▸1755603000'), "json/not-string"],
  ["a date that is null", item('"date_modified": ▸null'), "json/null"],
  [
    "modified before published",
    item('"date_published": "2025-08-19T11:30:00Z", "date_modified": ▸"2025-08-19T11:29:59Z"'),
    "json/modified-before-published",
  ],
  [
    "modified when published",
    item('"date_published": "2025-08-19T11:30:00Z", "date_modified": "2025-08-19T12:30:00+01:00"'),
  ],
  ["tags as a text", item('"tags": ▸"weather, storm"'), "json/not-array"],
  ["a tag that is a number", item('"tags": ["a", ▸2025]'), "json/not-string"],
  ["an empty tag", item('"tags": [▸""]'), "text/blank"],
  ["a tag with markup", item('"tags": [▸"<b>a</b>"]'), "text/contains-html"],
  ["an item's language by name", item('"language": ▸"Portuguese"'), "language/unknown"],
  ["an item's author without a member", item('"authors": [▸{}]'), "json/author-empty"],
  ["an author with a relative avatar", item('"authors": [{"name": "Ana", "avatar": ▸"ana.png"}]'), "uri/not-absolute"],
  [
    "an author with an e-mail address",
    item('"authors": [{"name": "Ana", ▸"email": "ana@example.org"}]'),
    "json/unknown-key",
  ],
  ["an item's author of version 1", item('▸"author": {"name": "Ana"}'), "json/author-deprecated"],
  ["an attachment without a url", item('"attachments": [▸{"mime_type": "audio/mpeg"}]'), "json/attachment-url-missing"],
  [
    "an attachment without a type",
    item('"attachments": [▸{"url": "https://example.org/a.mp3"}]'),
    "json/attachment-type-missing",
  ],
  [
    "an attachment with an ending for a type",
    item('"attachments": [{"url": "https://example.org/a.mp3", "mime_type": ▸"mp3"}]'),
    "media-type/attribute",
  ],
  [
    "an attachment with a relative url",
    item('"attachments": [{"url": ▸"a.mp3", "mime_type": "audio/mpeg"}]'),
    "uri/not-absolute",
  ],
  ["an attachment of -1 bytes", attachment('"size_in_bytes": ▸-1'), "json/size"],
  ["an attachment of half a byte", attachment('"size_in_bytes": ▸0.5'), "json/size"],
  ["an attachment with its size in quotes", attachment('"size_in_bytes": ▸"1024"'), "json/not-number"],
  ["an attachment of 1e3 bytes", attachment('"size_in_bytes": 1e3')],
  ["an attachment of -5 seconds", attachment('"duration_in_seconds": ▸-5'), "json/duration"],
  ["an attachment with a clock for a duration", attachment('"duration_in_seconds": ▸"1:02:03"'), "json/not-number"],
  ["an attachment with an enclosure's key", attachment('▸"length": 1024'), "json/unknown-key"],
  [
    "an attachment instead of a list",
    item('"attachments": ▸{"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg"}'),
    "json/not-array",
  ],
  ["a C1 control", item('"title": ▸"Storm \\u0097 rain"'), "text/bad-characters"],
  ["a replacement character", item('"summary": ▸"Caf\ufffd"'), "text/bad-characters"],
  ["an escaped NUL", item('"summary": ▸"Rain\\u0000"'), "text/bad-characters"],
];

const firsts: readonly JsonCase[] = [
  ["an author", first('"author": {"name": "Ana"}')],
  ["an author without a member", first('"author": ▸{}'), "json/author-empty"],
  ["authors", first('▸"authors": [{"name": "Ana"}]'), "json/newer-key"],
  ["a language", first('▸"language": "en"'), "json/newer-key"],
  ["hubs", first('"hubs": [{"type": "rssCloud", "url": "https://example.org/hub"}]')],
  ["an item's author", item('"author": {"name": "Ana"}').replace("version/1.1", "version/1")],
  ["an item's language", item('▸"language": "en"').replace("version/1.1", "version/1"), "json/newer-key"],
];

const syntax: readonly JsonCase[] = [
  ["a comma behind the last key", head('"expired": true').replace("[]", "[]▸,"), "json/trailing-comma"],
  ["a comma behind the last item", item('"title": "Rain"').replace("}\n  ]", "}▸,\n  ]"), "json/trailing-comma"],
  ["a comment over a line", head('▸// harbour\n  "expired": true'), "json/comment"],
  ["a comment that ends the feed", `${items("")}▸// harbour`, "json/comment"],
  ["NaN", attachment('"size_in_bytes": ▸NaN'), "json/not-a-number"],
  ["-Infinity", attachment('"size_in_bytes": ▸-Infinity'), "json/not-a-number"],
  ["a leading zero", attachment('"size_in_bytes": ▸01'), "json/number"],
  ["a leading plus", attachment('"size_in_bytes": ▸+1'), "json/number"],
  ["a leading point", attachment('"duration_in_seconds": ▸.5'), "json/number"],
  ["a point at the end", attachment('"duration_in_seconds": ▸5.'), "json/number"],
  ["a hexadecimal number", attachment('"size_in_bytes": ▸0x10'), "json/number"],
  ["an exponent without digits", attachment('"size_in_bytes": ▸1e'), "json/number"],
  ["1e999", attachment('"size_in_bytes": ▸1e999'), "json/number-range"],
  ["an integer beyond 2^53", head('"_x": {"a": ▸9007199254740993}'), "json/number-range"],
  ["a key twice", head('"language": "en", ▸"language": "en"'), "json/duplicate-key"],
  ["a key twice, once escaped", head('"language": "en", ▸"\\u006canguage": "en"'), "json/duplicate-key"],
  ["a line end in a string", item('"title": "Rain", "summary": "It▸\nrains"'), "json/control-character"],
  ["a tab in a string", item('"summary": "It▸\trains"'), "json/control-character"],
  ["an escape of JavaScript", item('"summary": "It▸\\x20rains"'), "json/escape"],
  ["an escape of three digits", item('"summary": "It▸\\u020 rains"'), "json/escape"],
  ["the first half of a character", item('"summary": "Rain ▸\\ud83c"'), "json/lone-surrogate"],
  ["the second half of a character", item('"summary": "Rain ▸\\udf27"'), "json/lone-surrogate"],
  ["two first halves", item('"summary": "Rain ▸\\ud83c\\ud83c\\udf27"'), "json/lone-surrogate"],
  [
    "halves with a letter between",
    item('"summary": "▸\\ud83cx▸\\udf27"'),
    "json/lone-surrogate",
    "json/lone-surrogate",
  ],
  ["both halves", item('"summary": "Rain \\ud83c\\udf27"')],
  ["single quotes", head("▸'expired': true"), "json/malformed"],
  ["a key without quotes", head("▸expired: true"), "json/malformed"],
  ["no comma", head('"expired": true ▸"language": "en"'), "json/malformed"],
  ["no colon", head('"expired" ▸true'), "json/malformed"],
  ["a comma alone", items("▸,"), "json/malformed"],
  ["True", head('"expired": ▸True'), "json/malformed"],
  ["a bracket that closes a brace", '{"items": []▸]', "json/malformed"],
  ["two feeds", `${items("")}▸{}`, "json/text-after"],
  ["a semicolon", `${items("")}▸;`, "json/text-after"],
];

export const jsonCases: Readonly<Record<string, readonly JsonCase[]>> = {
  "the whole": whole,
  "a head": heads,
  "an item": stories,
  "version 1": firsts,
  syntax,
};

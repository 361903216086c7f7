import { describe, expect, test } from "vitest";
import type { MediaFile } from "../../src/model/doors.ts";
import { locateMedia, mediaOf } from "../../src/normalize/media.ts";

const PNG = Buffer.from(
  "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082",
  "hex",
);
const files: Readonly<Record<string, MediaFile>> = {
  "world/rain.png": { size: 67, head: PNG, stamp: "1" },
  "world/lies.jpg": { size: 67, head: PNG, stamp: "1" },
  "world/two words & more.png": { size: 67, head: PNG, stamp: "1" },
  "world/100%.png": { size: 67, head: PNG, stamp: "1" },
  "world/map.svg": {
    size: 90,
    head: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    stamp: "1",
  },
  "img/top.png": { size: 67, head: PNG, stamp: "1" },
  "world/notes.xyz": { size: 5, head: Buffer.from("notes"), stamp: "1" },
};
const options = {
  path: "world/rain.md",
  permalink: "https://harbour.example/world/rain/",
  peek: (path: string) => files[path],
};

describe("a picture that an article names", () => {
  test.each<[string, string, string, number | undefined]>([
    ["rain.png", "https://harbour.example/world/rain/rain.png", "image/png", 67],
    ["./rain.png", "https://harbour.example/world/rain/rain.png", "image/png", 67],
    ["lies.jpg", "https://harbour.example/world/rain/lies.jpg", "image/png", 67],
    ["two words & more.png", "https://harbour.example/world/rain/two%20words%20%26%20more.png", "image/png", 67],
    [
      "two%20words%20%26%20more.png",
      "https://harbour.example/world/rain/two%20words%20%26%20more.png",
      "image/png",
      67,
    ],
    ["100%.png", "https://harbour.example/world/rain/100%25.png", "image/png", 67],
    ["rain.png?v=2#x", "https://harbour.example/world/rain/rain.png", "image/png", 67],
    ["map.svg", "https://harbour.example/world/rain/map.svg", "image/svg+xml", 90],
    ["notes.xyz", "https://harbour.example/world/rain/notes.xyz", "application/octet-stream", 5],
    ["/img/rain.jpg", "https://harbour.example/img/rain.jpg", "image/jpeg", undefined],
    ["https://cdn.example/a b.mp3?x=1&y=2", "https://cdn.example/a%20b.mp3?x=1&y=2", "audio/mpeg", undefined],
    ["//cdn.example/a.webp", "https://cdn.example/a.webp", "image/webp", undefined],
    ["https://cdn.example/picture", "https://cdn.example/picture", "application/octet-stream", undefined],
  ])("%s", async (src, url, type, length) => {
    expect(await mediaOf({ src }, options)).toEqual({ media: { url, type, ...(length !== undefined && { length }) } });
  });

  test.each([
    ["gone.png", "media/missing"],
    ["../../etc/passwd", "media/address"],
    ["../../../rain.png", "media/address"],
    ["%2e%2e/%2e%2e/etc/passwd", "media/address"],
    ["a\0b.png", "media/address"],
    ["javascript:alert(1)", "media/address"],
    ["data:image/png;base64,AAAA", "media/address"],
    ["file:///etc/passwd", "media/address"],
    ["", "media/address"],
  ])("that cannot be used is told: %j", async (src, code) => {
    expect(await mediaOf({ src }, options)).toMatchObject({ problem: { code, severity: "warning" } });
  });

  test("keeps alternative text, credit and caption", async () => {
    const given = { src: "rain.png", alt: "Rain", credit: "Ana Ruiz", caption: "It rained." };
    expect(await mediaOf(given, options)).toMatchObject({
      media: { alt: "Rain", credit: "Ana Ruiz", caption: "It rained." },
    });
  });

  test("has the address of the folder where the outlet publishes that", () => {
    const own = { ...options, mediaUrl: "https://cdn.example/articles/" };
    expect(locateMedia("rain.png", own)?.url).toBe("https://cdn.example/articles/world/rain.png");
    expect(locateMedia("../img/top.png", own)).toMatchObject({
      url: "https://cdn.example/articles/img/top.png",
      missing: false,
    });
  });
});

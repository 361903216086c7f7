import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { NOW, newsroom, OUTLET } from "../newsroom.ts";

const story = (title: string) => `---\ntitle: ${title}\ndate: 2025-08-19\n---\nText of ${title}.\n`;

/** A newsroom that is watched. `line` gives what is printed next that fits; the test's own time limit bounds the waiting. */
async function watchedRoom() {
  const desk = newsroom({ "outlet.yaml": OUTLET, "articles/news/rain.md": story("Rain") });
  const stop = new AbortController();
  let text = "";
  let look: () => void = () => undefined;
  const out = (printed: string) => {
    text += printed;
    look();
  };
  const ended = desk.runAs({ out, signal: stop.signal, clock: () => performance.now(), now: () => NOW }, "watch");
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  const line = (wanted: RegExp) =>
    new Promise<string>((resolve) => {
      look = () => {
        const found = wanted.exec(text);
        if (found === null) return;
        text = text.slice(found.index + found[0].length);
        look = () => undefined;
        resolve(found[0]);
      };
      look();
    });
  const path = (name: string) => join(desk.folder, name);
  await line(/files changed.*\n/);
  return { desk, line, path, printed: () => text };
}

describe("wireroom watch", () => {
  test("goes on when the articles folder goes away and comes back, and sees what is written afterwards", async () => {
    const { desk, line, path } = await watchedRoom();
    renameSync(path("articles"), path("articles.off"));
    await line(/articles\/missing[\s\S]*Nothing published, 1 error.*\n/);
    renameSync(path("articles.off"), path("articles"));
    await line(/Unchanged .*\n/);
    desk.write("articles/news/wind.md", story("Wind"));
    await line(/files changed .*\n/);
    expect(desk.read("dist/feed.json")).toContain("Wind");
  });

  test("goes on when the articles folder is removed and copied back", async () => {
    const { desk, line, path } = await watchedRoom();
    cpSync(path("articles"), path("copy"), { recursive: true });
    rmSync(path("articles"), { recursive: true });
    await line(/articles\/missing[\s\S]*Nothing published.*\n/);
    cpSync(path("copy"), path("articles"), { recursive: true });
    await line(/Unchanged .*\n/);
    desk.write("articles/news/rain.md", story("More rain"));
    await line(/files changed .*\n/);
  });

  test("goes on when outlet.yaml is broken and mended, and follows it to another folder", async () => {
    const { desk, line } = await watchedRoom();
    desk.write("outlet.yaml", `${OUTLET}colour: red\n`);
    await line(/config\/\S+[\s\S]*Nothing published.*\n/);
    desk.write("texts/news/rain.md", story("Rain"));
    desk.write("texts/news/snow.md", story("Snow"));
    desk.write("outlet.yaml", `${OUTLET}articles: texts\n`);
    await line(/files? changed .*\n/);
    desk.write("texts/news/ice.md", story("Ice"));
    await line(/files? changed .*\n/);
    expect(desk.read("dist/feed.json")).toContain("Ice");
  });

  test("tells of a broken article once, and then a line for each build", async () => {
    const { desk, line, printed } = await watchedRoom();
    desk.write("articles/news/broken.md", "---\ntitle: [\n---\n");
    await line(/articles\/news\/broken\.md:[\s\S]*1 error \(.*\n/);
    desk.write("articles/news/wind.md", story("Wind"));
    await line(/files changed, 1 error \(.*\n/);
    expect(printed()).toBe("");
    desk.write("articles/news/wind.md", story("Storm"));
    expect(await line(/[\s\S]*files changed, 1 error \(.*\n/)).toMatch(/^\d\d:\d\d:\d\d .*\n$/);
  });
});

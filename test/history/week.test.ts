import { expect, test } from "vitest";
import { type Newsroom, newsroom, OUTLET } from "../newsroom.ts";
import { readStories } from "../render/read.ts";
import { DOCUMENTS, type Subscriber, subscriber } from "./subscriber.ts";

/** Readers of this file know a headline by its number, as the model's subscribers do. */
const TEXTS = {
  ferry:
    "---\ntitle: Story 1, the ferry returns\ndate: 2025-09-01 07:00\nauthor: Amna Sahil\n---\nThe night boat is back.\n",
  budget: "---\ntitle: Story 2, the budget\ndate: 2025-09-01\nembargo: 2025-09-02 06:00\n---\nThe rates go up.\n",
  turtles: "---\ntitle: Story 3, the turtles\ndate: 2025-09-02 15:00\n---\nForty nests on one beach.\n",
  fair: "---\ntitle: Story 4, the jobs fair\ndate: 2025-09-03 09:00\nexpires: 2025-09-05 18:00\n---\nDoors open at nine.\n",
};

/** One newsroom, one subscriber of each format who looks after every build. */
function week() {
  const room = newsroom({
    "outlet.yaml": OUTLET,
    "articles/city/ferry.md": TEXTS.ferry,
    "articles/city/budget.md": TEXTS.budget,
  });
  const readers = (["rss", "atom", "json"] as const).map(subscriber);
  let present = 0;
  return {
    room,
    /** Builds at a time of day in Karachi. @returns exit code, what was printed, and the headlines that every reader is shown, newest first */
    async build(moment: string, ...args: readonly string[]) {
      const { code, out } = await room.run("build", "--now", moment, ...args);
      // Readers' own clocks are right, whatever the newsroom's says.
      present = Math.max(present, Date.parse(`${moment.replace(" ", "T")}:00+05:00`) / 1000);
      const feeds = readers.map((reader) => shownTo(reader, room, present));
      expect(new Set(feeds.map((feed) => JSON.stringify(feed))).size).toBe(1);
      return { code, out, feed: feeds[0] ?? [] };
    },
  };
}

function shownTo(reader: Subscriber, room: Newsroom, present: number): readonly string[] {
  const document = room.read(`dist/${DOCUMENTS[reader.format]}`);
  reader.poll(document, present);
  return readStories(reader.format, document).map(({ id }) => reader.items.get(id ?? "")?.title ?? "nothing");
}

test("a week in a newsroom", async () => {
  const { room, build } = week();

  // Monday, eight o'clock. The ferry is out, the budget is under embargo until tomorrow at six.
  const monday = await build("2025-09-01 08:00");
  expect(monday).toMatchObject({ code: 0, feed: ["Story 1, the ferry returns"] });
  expect(monday.out).toContain("Next change by time: 2025-09-02 06:00 (Asia/Karachi)");

  // Tuesday, a minute before six: nobody knows of the budget. At six everybody does.
  expect((await build("2025-09-02 05:59")).feed).toEqual(["Story 1, the ferry returns"]);
  expect((await build("2025-09-02 06:00")).feed).toEqual(["Story 2, the budget", "Story 1, the ferry returns"]);

  // In the afternoon the science desk files, and an intern tidies the folder: the ferry's file gets another name.
  room.write("articles/science/turtles.md", TEXTS.turtles);
  room.remove("articles/city/ferry.md");
  room.write("articles/city/night-ferry.md", TEXTS.ferry);
  const renamed = await build("2025-09-02 15:30");
  expect(renamed).toMatchObject({ code: 3, feed: ["Story 2, the budget", "Story 1, the ferry returns"] });
  expect(renamed.out).toContain('write "id: tag:news.example,2019-01-01:city/ferry" into the article');
  // The desk does what the message says, and the turtles come out beside the ferry that subscribers know.
  const keeping = TEXTS.ferry.replace("---\n", "---\nid: tag:news.example,2019-01-01:city/ferry\n");
  room.write("articles/city/night-ferry.md", keeping);
  expect(await build("2025-09-02 15:40")).toMatchObject({
    code: 0,
    feed: ["Story 3, the turtles", "Story 2, the budget", "Story 1, the ferry returns"],
  });

  // Wednesday. The jobs fair is announced. Somebody loses a quote in the budget: subscribers keep what they have, the desk is told.
  room.write("articles/city/fair.md", TEXTS.fair);
  room.write("articles/city/budget.md", TEXTS.budget.replace("title: Story", 'title: "Story'));
  const wednesday = await build("2025-09-03 10:00");
  expect(wednesday).toMatchObject({
    code: 1,
    feed: ["Story 4, the jobs fair", "Story 3, the turtles", "Story 2, the budget", "Story 1, the ferry returns"],
  });
  expect(wednesday.out).toMatch(/articles\/city\/budget\.md:\d+:\d+ error /);
  expect(wednesday.out).toContain("the last good version is shown since 2025-09-03 10:00 (Asia/Karachi)");

  // Thursday. The budget is mended and corrected; the correction is an update that readers show.
  const correction = "corrections:\n  - date: 2025-09-04 09:00\n    text: The rates go up by 3%, not 5%.\n";
  const corrected = TEXTS.budget.replace("title: Story 2, the budget", `title: Story 2, the budget, corrected`);
  room.write("articles/city/budget.md", corrected.replace("---\n", `---\n${correction}`));
  const thursday = await build("2025-09-04 09:00");
  expect(thursday).toMatchObject({
    code: 0,
    feed: [
      "Story 4, the jobs fair",
      "Story 3, the turtles",
      "Story 2, the budget, corrected",
      "Story 1, the ferry returns",
    ],
  });
  expect(room.read("dist/rss.xml")).toContain("The rates go up by 3%, not 5%.");

  // The wardens withdraw their figures: the turtles are retracted, and no reader shows them as if they stood.
  const retraction =
    "status: retracted\nretracted: {date: 2025-09-04 17:00, reason: Two beaches were counted twice.}\n";
  room.write("articles/science/turtles.md", TEXTS.turtles.replace("---\n", `---\n${retraction}`));
  expect((await build("2025-09-04 17:00")).feed).toEqual([
    "Story 4, the jobs fair",
    "Retracted: Story 3, the turtles",
    "Story 2, the budget, corrected",
    "Story 1, the ferry returns",
  ]);
  expect(room.read("dist/atom.xml")).toContain("at:deleted-entry");

  // Friday. The server restarts with a clock of last week: nothing is taken back. With the right clock all is as it was.
  const late = await build("2025-08-29 08:00");
  expect([late.code, late.feed.length]).toEqual([3, 4]);
  expect(late.out).toContain("error guard/clock-back:");
  // At six in the evening the fair is over.
  expect((await build("2025-09-05 17:59")).feed).toHaveLength(4);
  expect((await build("2025-09-05 18:00")).feed).toEqual([
    "Retracted: Story 3, the turtles",
    "Story 2, the budget, corrected",
    "Story 1, the ferry returns",
  ]);

  // Saturday. A new machine has the articles and the published site, nothing else. Not a byte changes.
  const site = room.list("dist").map((path) => [path, room.read(`dist/${path}`)] as const);
  for (const [path, text] of site) room.write(`site/${path}`, text);
  room.remove("dist");
  room.remove(".wireroom");
  expect((await build("2025-09-06 08:00", "--previous", "site")).code).toBe(0);
  expect(room.list("dist").map((path) => [path, room.read(`dist/${path}`)])).toEqual(site);

  // Sunday. An editor thinks that the turtles were right after all; it takes two words to bring them back, and readers are told.
  room.write("articles/science/turtles.md", TEXTS.turtles);
  expect(await build("2025-09-07 12:00")).toMatchObject({ code: 3 });
  const again = TEXTS.turtles.replace("---\n", "---\naccept: guard/reappeared\nupdated: 2025-09-07 12:00\n");
  room.write("articles/science/turtles.md", again);
  expect(await build("2025-09-07 12:00")).toMatchObject({
    code: 0,
    feed: ["Story 3, the turtles", "Story 2, the budget, corrected", "Story 1, the ferry returns"],
  });
});

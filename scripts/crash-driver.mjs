import { createHash } from "node:crypto";
import { join } from "node:path";

// Publishes a made-up release, and kills itself before the n-th file-system call when told to. Run by crash-test.mjs.
//   node crash-driver.mjs LIB OUT plain|releases VERSION [CALL]

/** A release whose every document says which version it is, and ends in the hash of itself. */
export function madeUp(version) {
  const paths = ["atom.xml", "feed.json", "rss.xml", "sections/world/rss.xml", `tags/only-${version % 2}/rss.xml`];
  const documents = paths.map((path) => ({
    path,
    format: "rss",
    pieces: () => [Buffer.from(textOf(path, path === "feed.json" ? 0 : version))],
  }));
  return { documents, feeds: [], rows: [], stories: [] };
}

export function textOf(path, version) {
  const body = `version ${version} of ${path}\n${`line of version ${version}\n`.repeat(400 + 100 * (version % 3))}`;
  return `${body}${createHash("sha256").update(body).digest("hex")}`;
}

/** The version of a whole document; undefined when it is not whole. */
export function versionOf(path, text) {
  const version = /^version (\d+) of /.exec(text)?.[1];
  return version !== undefined && textOf(path, Number(version)) === text ? Number(version) : undefined;
}

if (process.argv[1] === import.meta.filename) {
  const [lib, out, mode, version, call] = process.argv.slice(2);
  const { nodeFileSystem, PublishProblem, releaseFolder } = await import(join(lib, "publish", "index.js"));
  let calls = 0;
  const fs = Object.fromEntries(
    Object.entries(nodeFileSystem).map(([name, act]) => [
      name,
      (...parameters) => {
        if (++calls === Number(call)) process.kill(process.pid, "SIGKILL");
        return act(...parameters);
      },
    ]),
  );
  process.stdout.write("ready\n");
  try {
    const store = releaseFolder({ out, mode, fs });
    store.recover();
    store.publish(madeUp(Number(version)));
  } catch (cause) {
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = cause instanceof PublishProblem ? 4 : 5;
  }
}

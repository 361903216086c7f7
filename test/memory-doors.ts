import type { ArticleStore, PublishListener, ReleaseStore, StateStore } from "../src/model/doors.ts";
import type { ArticleKind } from "../src/model/draft.ts";
import type { ReadyRelease } from "../src/model/release.ts";
import { parseRelease } from "../src/publish/index.ts";
import { eachContent } from "../src/publish/release-files.ts";

/** An article file in memory, with what a file system would know of it. */
export interface MemoryFile {
  readonly bytes: Uint8Array;
  /** Milliseconds. */
  readonly mtime: number;
  readonly ctime: number;
  readonly inode: number;
  /** It cannot be read now. */
  readonly locked?: true;
  /** It changed so shortly before that a further change may not show in its stamp. */
  readonly unsettled?: true;
}

/** An articles folder in memory. Every change shows in a file's stamp, as it does on a disk, unless a test sets the parts itself. */
export interface MemoryArticles extends ArticleStore {
  readonly files: ReadonlyMap<string, MemoryFile>;
  /** @param facts parts of the stamp that are to differ from those of an honest file system */
  write(path: string, content: string | Uint8Array, facts?: Partial<Omit<MemoryFile, "bytes">>): void;
  /** Keeps the inode and the mtime, as renaming does. */
  rename(from: string, to: string): void;
  remove(path: string): void;
}

const KINDS: Readonly<Record<string, ArticleKind>> = { md: "markdown", html: "html", txt: "copy" };

export function memoryArticles(): MemoryArticles {
  const files = new Map<string, MemoryFile>();
  let ticks = 0;
  return {
    files,
    write(path, content, facts = {}) {
      ticks++;
      const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
      const inode = files.get(path)?.inode ?? ticks;
      files.set(path, { bytes, mtime: ticks, ctime: ticks, inode, ...facts });
    },
    rename(from, to) {
      const file = files.get(from);
      if (file === undefined) throw new Error(`There is no ${from}`);
      ticks++;
      files.delete(from);
      files.set(to, { ...file, ctime: ticks });
    },
    remove(path) {
      files.delete(path);
    },
    list: () => ({
      files: [...files]
        .flatMap(([path, file]) => {
          const kind = KINDS[path.slice(path.lastIndexOf(".") + 1)];
          if (kind === undefined) return [];
          const settled = file.unsettled === true ? { unsettled: true as const } : {};
          return [{ path, kind, size: file.bytes.length, stamp: stampOf(file), ...settled }];
        })
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      problems: [],
    }),
    read({ path }) {
      const file = files.get(path);
      return file === undefined || file.locked === true
        ? { problem: { code: "file/unreadable", severity: "error", message: `Cannot read ${path}` } }
        : { bytes: file.bytes };
    },
    peek(path, bytes) {
      const file = files.get(path);
      if (file === undefined) return undefined;
      return { size: file.bytes.length, head: file.bytes.subarray(0, bytes), stamp: stampOf(file) };
    },
  };
}

function stampOf({ bytes, mtime, ctime, inode }: MemoryFile): string {
  return `${bytes.length}.${mtime}.${ctime}.${inode}`;
}

/** Published files in memory. */
export interface MemoryReleases extends ReleaseStore {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** A published document as text. */
  text(path: string): string;
}

/** A place for releases; with bytes of an earlier one, it begins with that. */
export function memoryReleases(published: ReadonlyMap<string, Uint8Array> = new Map()): MemoryReleases {
  let files = published;
  const last = (): ReturnType<ReleaseStore["last"]> => {
    const manifest = files.get("manifest.json");
    const stories = files.get("stories.json");
    return manifest === undefined || stories === undefined ? {} : parseRelease(manifest, stories);
  };
  return {
    get files() {
      return files;
    },
    text: (path) => Buffer.from(files.get(path) ?? []).toString("utf8"),
    recover: () => [],
    intact() {
      const found = last();
      return "release" in found ? found.release?.manifest.id : undefined;
    },
    last,
    publish(release: ReadyRelease, listener: PublishListener = {}) {
      const next = new Map<string, Uint8Array>();
      const { id } = eachContent(release, ({ path, chunks }) => next.set(path, Buffer.concat([...chunks()])), listener);
      const before = files;
      const paths = [...new Set([...before.keys(), ...next.keys()])].sort();
      const isSame = (path: string) => Buffer.compare(before.get(path) ?? NONE, next.get(path) ?? NONE) === 0;
      const changed = paths.filter((path) => !isSame(path));
      files = next;
      return { id, files: next.size, changed, unchanged: next.size - changed.length, warnings: [] };
    },
  };
}

const NONE = new Uint8Array();

/** State that is kept in memory. */
export interface MemoryState extends StateStore {
  readonly files: Map<string, Uint8Array>;
}

export function memoryState(): MemoryState {
  const files = new Map<string, Uint8Array>();
  const stamps = new WeakMap<Uint8Array, string>();
  let written = 0;
  return {
    files,
    pieces(name) {
      const bytes = files.get(name);
      return bytes && [bytes];
    },
    stamp(name) {
      const bytes = files.get(name);
      if (bytes === undefined) return undefined;
      const stamp = stamps.get(bytes) ?? String(written++);
      stamps.set(bytes, stamp);
      return stamp;
    },
    readPart(name, from, into) {
      const part = files.get(name)?.subarray(from, from + into.length);
      if (part?.length !== into.length) return false;
      into.set(part);
      return true;
    },
    write(name, chunks) {
      files.set(name, Buffer.concat([...chunks]));
      return true;
    },
    append(name, length, chunks) {
      const kept = files.get(name) ?? NONE;
      if (kept.length < length) return false;
      files.set(name, Buffer.concat([kept.subarray(0, length), ...chunks]));
      return true;
    },
    close: () => {},
  };
}

import { constants } from "node:fs";
import type { FileFacts, FileSystem } from "../../src/publish/index.ts";

interface Node {
  readonly kind: "file" | "folder" | "link";
  bytes: Buffer;
  entries: Map<string, Node>;
  readonly target: string;
  mode: number;
  modified: number;
  touched: number;
  /** What a loss of power leaves. */
  safeBytes: Buffer;
  safeEntries: Map<string, Node>;
  /** The bytes as text, kept for readers that look after every call. */
  shown?: { readonly of: Buffer; readonly text: string };
}

/** A file system in memory that forgets at a loss of power what was not synced. */
export interface MemoryFileSystem extends FileSystem {
  /** Every file and link below a folder: path to text, or to "-> target". */
  snapshot(folder: string): Map<string, string>;
  /** Paths of the folders below a folder. */
  folders(folder: string): string[];
  /** The text of a file, links followed; undefined when there is none. */
  text(path: string): string | undefined;
  put(path: string, text: string): void;
  losePower(): void;
  /** Moves the clock: milliseconds. */
  advance(milliseconds: number): void;
  clone(): MemoryFileSystem;
}

export function memoryFileSystem(root: Node = node("folder", 0), start = 1_750_000_000_000): MemoryFileSystem {
  let clock = start;
  let next = 3;
  const open = new Map<number, { node: Node; at: number }>();
  const tick = () => ++clock;

  const walk = (path: string, follow: boolean, depth = 0): { parent: Node; name: string; node: Node | undefined } => {
    if (depth > 8) throw errno("ELOOP", path);
    const parts = path.split("/").filter((part) => part !== "");
    let at = root;
    for (const [index, name] of parts.entries()) {
      if (at.kind !== "folder") throw errno("ENOTDIR", path);
      const found = at.entries.get(name);
      const last = index === parts.length - 1;
      if (found?.kind === "link" && (!last || follow)) {
        const rest = [...parts.slice(0, index), found.target, ...parts.slice(index + 1)];
        return walk(rest.join("/"), follow, depth + 1);
      }
      if (last) return { parent: at, name, node: found };
      if (found === undefined) throw errno("ENOENT", path);
      at = found;
    }
    return { parent: root, name: "", node: root };
  };
  const existing = (path: string, follow = false): Node => {
    const found = walk(path, follow).node;
    if (found === undefined) throw errno("ENOENT", path);
    return found;
  };
  const facts = (path: string, follow: boolean): FileFacts | undefined => {
    try {
      const found = walk(path, follow).node;
      if (found === undefined) return undefined;
      const { kind, bytes, mode, modified, touched } = found;
      return { kind, size: bytes.length, mode, modified, touched };
    } catch (cause) {
      if (cause instanceof Error && /ENOENT|ENOTDIR/.test(cause.message)) return undefined;
      throw cause;
    }
  };
  const add = (path: string, made: Node) => {
    const { parent, name, node: found } = walk(path, false);
    if (found !== undefined) throw errno("EEXIST", path);
    parent.entries.set(name, made);
  };
  const opened = (file: number) => {
    const found = open.get(file);
    if (found === undefined) throw errno("EBADF", String(file));
    return found;
  };

  return {
    open: (path, flags, mode = 0o644) => {
      let found = walk(path, true).node;
      if (found !== undefined && flags & constants.O_EXCL) throw errno("EEXIST", path);
      if (found === undefined) {
        if (!(flags & constants.O_CREAT)) throw errno("ENOENT", path);
        // As under umask 077.
        found = node("file", tick(), mode & 0o700);
        add(path, found);
      }
      open.set(next, { node: found, at: 0 });
      return next++;
    },
    write: (file, bytes, offset, length) => {
      const found = opened(file).node;
      found.bytes = Buffer.concat([found.bytes, bytes.subarray(offset, offset + length)]);
      found.modified = found.touched = tick();
      return length;
    },
    read: (file, bytes, offset, length) => {
      const found = opened(file);
      const count = found.node.bytes.copy(bytes, offset, found.at, found.at + length);
      found.at += count;
      return count;
    },
    fsync: (file) => {
      const found = opened(file).node;
      found.safeBytes = found.bytes;
      found.safeEntries = new Map(found.entries);
    },
    // The process may end, and the power go, before the disk has done anything.
    flush: () => undefined,
    close: (file) => {
      opened(file);
      open.delete(file);
    },
    rename: (from, to) => {
      const source = walk(from, false);
      if (source.node === undefined) throw errno("ENOENT", from);
      const target = walk(to, false);
      if (target.node === source.node) return;
      if (target.node?.kind === "folder" && source.node.kind !== "folder") throw errno("EISDIR", to);
      target.parent.entries.set(target.name, source.node);
      source.parent.entries.delete(source.name);
      source.node.touched = tick();
    },
    unlink: (path) => {
      const { parent, name, node: found } = walk(path, false);
      if (found === undefined) throw errno("ENOENT", path);
      if (found.kind === "folder") throw errno("EPERM", path);
      parent.entries.delete(name);
      found.touched = tick();
    },
    mkdir: (path, mode) => add(path, node("folder", tick(), mode & 0o700)),
    rmdir: (path) => {
      const { parent, name, node: found } = walk(path, false);
      if (found === undefined) throw errno("ENOENT", path);
      if (found.kind !== "folder") throw errno("ENOTDIR", path);
      if (found.entries.size > 0) throw errno("ENOTEMPTY", path);
      parent.entries.delete(name);
    },
    readdir: (path) => [...existing(path, true).entries.keys()].sort(),
    lstat: (path) => facts(path, false),
    stat: (path) => facts(path, true),
    readlink: (path) => existing(path).target,
    link: (from, path) => {
      const found = existing(from);
      add(path, found);
      found.touched = tick();
    },
    symlink: (target, path) => add(path, node("link", tick(), 0o777, target)),
    utimes: (path, modified) => {
      const found = existing(path, true);
      found.modified = modified * 1000;
      found.touched = tick();
    },
    chmod: (path, mode) => {
      const found = existing(path, true);
      found.mode = mode;
      found.touched = tick();
    },

    snapshot: (folder) => {
      const found = new Map<string, string>();
      for (const [path, entry] of entriesBelow(existing(folder, true)))
        if (entry.kind !== "folder")
          found.set(path, entry.kind === "link" ? `-> ${entry.target}` : String(entry.bytes));
      return found;
    },
    folders: (folder) =>
      [...entriesBelow(existing(folder, true))].flatMap(([path, { kind }]) => (kind === "folder" ? path : [])),
    text: (path) => {
      try {
        const found = walk(path, true).node;
        if (found === undefined) return undefined;
        if (found.shown?.of !== found.bytes) found.shown = { of: found.bytes, text: found.bytes.toString("utf8") };
        return found.shown.text;
      } catch {
        return undefined;
      }
    },
    put: (path, text) => {
      const { parent, name } = walk(path, false);
      const made = node("file", tick(), 0o644);
      made.bytes = made.safeBytes = Buffer.from(text);
      parent.entries.set(name, made);
      parent.safeEntries.set(name, made);
    },
    losePower: () => {
      const found = new Set<Node>();
      const lose = (at: Node) => {
        at.bytes = at.safeBytes;
        at.entries = new Map();
        // No file system leaves a folder in two places: one that was moved is where it was moved to, out of the dot-folder.
        for (const [name, entry] of [...at.safeEntries].sort(([a], [b]) => (a > b ? -1 : 1))) {
          if (entry.kind === "folder" && found.has(entry)) continue;
          found.add(entry);
          at.entries.set(name, entry);
          lose(entry);
        }
      };
      lose(root);
      open.clear();
    },
    advance: (milliseconds) => {
      clock += milliseconds;
    },
    clone: () => memoryFileSystem(copyOf(root, new Map()), clock),
  };
}

function node(kind: Node["kind"], at: number, mode = 0o755, target = ""): Node {
  const bytes = Buffer.alloc(0);
  const entries = new Map<string, Node>();
  return {
    kind,
    bytes,
    entries,
    target,
    mode,
    modified: at,
    touched: at,
    safeBytes: bytes,
    safeEntries: new Map(),
  };
}

function copyOf(original: Node, copies: Map<Node, Node>): Node {
  const known = copies.get(original);
  if (known !== undefined) return known;
  const copy = { ...original };
  copies.set(original, copy);
  const all = (entries: Map<string, Node>) =>
    new Map([...entries].map(([name, entry]) => [name, copyOf(entry, copies)] as const));
  copy.entries = all(original.entries);
  copy.safeEntries = all(original.safeEntries);
  return copy;
}

function* entriesBelow(folder: Node, below = ""): Iterable<[path: string, entry: Node]> {
  for (const [name, entry] of [...folder.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield [below + name, entry];
    if (entry.kind === "folder") yield* entriesBelow(entry, `${below}${name}/`);
  }
}

/** An error as node:fs raises it. */
export function errno(code: string, path = ""): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

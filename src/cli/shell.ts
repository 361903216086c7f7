import type { Instant } from "../model/article.ts";

/** What a command sees of the machine: everything that the process has is handed in, so that tests hand in their own. */
export interface Shell {
  /** Folder that relative paths are below, absolute. */
  readonly folder: string;
  /** Writes a report or a document. */
  out(text: string): void;
  /** Writes what is not the result: progress, wrong usage. */
  err(text: string): void;
  /** Whether the report goes to a terminal. */
  readonly terminal: boolean;
  /** Whether colours may be used. */
  readonly color: boolean;
  /** Whether a progress line may be drawn and wiped. */
  readonly progress: boolean;
  /** The time of day. */
  now(): Instant;
  /** IANA zone of the machine; only `init` asks, to write it down. */
  readonly zone: string;
  /** Milliseconds since some moment; never goes back. */
  clock(): number;
  /** Processors that the process may use. */
  readonly processors: number;
  /** Everything on standard input, at most `most` bytes and one more. */
  stdin(most: number): Uint8Array;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
}

/** The command was not used as it can be: exit code 2, and the message says how. */
export class UsageError extends Error {}

/** What the process answers with. 5 is kept for bugs of ours. */
export const EXIT = { fine: 0, held: 1, usage: 2, refused: 3, unfinished: 4, bug: 5 } as const;

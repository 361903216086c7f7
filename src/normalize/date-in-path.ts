import type { Instant } from "../model/article.ts";
import { isDay, startOfDay } from "../time.ts";

/** A day that a file's or a folder's name says. */
export interface PathDate {
  readonly instant: Instant;
  readonly from: "filename" | "folder";
  /** As it stands there. */
  readonly text: string;
}

/** `2025-08-19-slug`, `2025_08_19 slug`, `20250819-slug`, `2025-08-19T1630-slug`. */
const PREFIX = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?:T\d{4}(?:\d{2})?)?(?=$|[-_. ])/;

/** The day in a path below the articles folder: the file's name first, then folders `2025/08/19`, `2025-08-19`. */
export function dateInPath(path: string, zone: string): PathDate | undefined {
  if (!/(?:^|\/)\d{4}/.test(path)) return undefined;
  const parts = path.split("/");
  const name = (parts.at(-1) ?? "").replace(/\.[^.]*$/, "");
  const match = PREFIX.exec(name);
  if (match !== null) {
    const found = dayAt(match[1], match[3], match[4], zone);
    if (found !== undefined) return { instant: found, from: "filename", text: match[0] };
  }
  const folders = parts.slice(0, -1).join("/");
  for (const [text, year, month, day] of folders.matchAll(/(?<=^|\/)(\d{4})[-/](\d{2})[-/](\d{2})(?=$|\/)/g)) {
    const found = dayAt(year, month, day, zone);
    if (found !== undefined) return { instant: found, from: "folder", text };
  }
  // `2025/08/19-slug.txt`: the day stands at the head of the file's name.
  const [, year, month] = /(?:^|\/)(\d{4})\/(\d{2})$/.exec(folders) ?? [];
  const [, day] = /^(\d{2})(?=[-_ ])/.exec(name) ?? [];
  const found = dayAt(year, month, day, zone);
  return found === undefined ? undefined : { instant: found, from: "folder", text: `${year}/${month}/${day}` };
}

/**
 * A path below the articles folder without extension and without a date at the head of the file's name: what an id is made of,
 * so that redating a file changes no id. A name that is nothing but a date stays.
 */
export function withoutDatePrefix(path: string): string {
  const from = path.lastIndexOf("/") + 1;
  const name = path.slice(from).replace(/\.[^.]*$/, "");
  const rest = name.replace(PREFIX, "").replace(/^[-_. ]+/, "");
  return path.slice(0, from) + (rest === "" ? name : rest);
}

function dayAt(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  zone: string,
): Instant | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  // An eight-digit number is a date only when it is a plausible one for news; a wire's serial number is none.
  if (Number(year) < 1900 || Number(year) > 2199 || !isDay(Number(year), Number(month), Number(day))) return undefined;
  return startOfDay(Number(year), Number(month), Number(day), zone);
}

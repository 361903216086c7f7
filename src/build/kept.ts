import type { BuildSettings, Doors } from "../build.ts";
import { type Catalog, catalogKey, openCatalog, runningProgram } from "../catalog/index.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { Listing, StateStore } from "../model/doors.ts";
import type { EntryFacts } from "../validate/index.ts";
import type { Composed } from "./compose.ts";
import type { BuildReport } from "./report.ts";
import { isUnchanged, keptReport, listingDigest, reportAgain } from "./unchanged.ts";

/** What earlier builds left for this one. */
export interface Kept {
  readonly catalog: Catalog<EntryFacts>;
  /** The report of a build that would only find what the last one left; undefined when there is something to do. */
  unchanged(): BuildReport | undefined;
  /** @returns what could not be kept */
  save(composed: Composed, report: BuildReport): readonly Problem[];
}

/** Opens what earlier builds kept. With `fresh` nothing of it is used, and all of it is made anew. */
export function openKept(doors: Doors, settings: BuildSettings, listing: Listing): Kept {
  const { outlet, now, fresh = false, dryRun = false, verify = false, previous, without = new Set() } = settings;
  const key = catalogKey(outlet, settings.program ?? runningProgram(), without);
  const state = dryRun ? unwritten(doors.state) : doors.state;
  const catalog = openCatalog<EntryFacts>(fresh ? unread(state) : state, key, settings.session?.catalog);
  const options = optionsOf(settings, doors);
  const usesGit = outlet.undated === "git" || outlet.updated === "git";
  return {
    catalog,
    unchanged() {
      if (fresh || dryRun || verify || usesGit || previous !== undefined) return undefined;
      const last = catalog.last();
      if (last === undefined) return undefined;
      const given = {
        listing,
        articles: doors.articles,
        release: () => doors.releases.intact(),
        options,
        now,
        without,
      };
      return isUnchanged(last, given) ? reportAgain(last.report as BuildReport) : undefined;
    },
    save({ kept, next }, report) {
      const digest = kept.unsure ? undefined : listingDigest(listing);
      return catalog.save({
        media: kept.media,
        feeds: kept.feeds,
        options,
        release: report.release?.id ?? "",
        now,
        report: keptReport(report),
        ...(digest !== undefined && { listing: digest }),
        ...(next !== undefined && { next }),
      });
    },
  };
}

/** What a build is asked that decides what it does and tells: what a guard let pass once, it may refuse the next time. */
function optionsOf({ strict = false, accepted = new Set() }: BuildSettings, { label }: Doors): string {
  return JSON.stringify({ strict, accepted: [...accepted].sort(), label });
}

/** A store in which nothing is kept: a dry run writes nothing. */
function unwritten(state: StateStore): StateStore {
  return { ...state, write: () => false, append: () => false };
}

/** A store in which nothing is found, and everything is kept. */
function unread(state: StateStore): StateStore {
  return { ...state, pieces: () => undefined, stamp: () => undefined };
}

import { type CatalogMemory, catalogMemory } from "../catalog/index.ts";
import type { ListingMemory } from "../discover/index.ts";
import type { ReleaseMemory } from "../publish/index.ts";
import { type PlanFeeds, rememberingPlanner } from "../select/plan.ts";

/**
 * What a process that builds one outlet again and again has in mind between two builds. It saves reading; each part counts only while
 * what it was read from or written to is untouched, and the listing for what a build is told has not changed since.
 */
export interface Session {
  readonly listing: ListingMemory;
  readonly catalog: CatalogMemory;
  readonly release: ReleaseMemory;
  readonly plan: PlanFeeds;
}

export function openSession(): Session {
  return { listing: {}, catalog: catalogMemory(), release: {}, plan: rememberingPlanner() };
}

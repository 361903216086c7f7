export { storiesById, storyLine } from "./contents.ts";
export type { FileFacts, FileSystem } from "./file-system.ts";
export { nodeFileSystem } from "./file-system.ts";
export { type FolderOptions, readRelease, releaseFolder } from "./folder.ts";
export { type LockOptions, type LockResult, takeLock } from "./lock.ts";
export type { Machine, Owner } from "./lock-owner.ts";
export { parseRelease } from "./manifest.ts";
export type { ReleaseMemory } from "./memory.ts";
export { PublishProblem } from "./problem.ts";

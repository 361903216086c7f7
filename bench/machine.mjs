import { arch, cpus, loadavg, platform, totalmem } from "node:os";

/**
 * What the figures were measured on, without anything that names the machine.
 *
 * @returns {string}
 */
export function machine() {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${platform()} ${arch()}, ${cores.length} cores (${cores[0]?.model ?? "unknown"}), ${memory} GiB, Node ${process.versions.node}`;
}

/** How busy the machine was before the first run: figures of a busy one are good for their ratios only. */
export function loadBefore() {
  return loadavg()[0];
}

import { appendFileSync } from "node:fs";
import { isBuiltin } from "node:module";

let settings;

/** @param {{record: string, importers: string}} given file to write to; URL of the folder whose files are watched */
export function initialize(given) {
  settings = given;
}

/** Node's hook for each import: notes bare names and changes nothing. */
export function resolve(specifier, context, next) {
  const isPackage = !/^(?:\.{0,2}\/|[a-z]+:|#)/.test(specifier) && !isBuiltin(specifier);
  if (isPackage && context.parentURL?.startsWith(settings.importers)) appendFileSync(settings.record, `${specifier}\n`);
  return next(specifier, context);
}

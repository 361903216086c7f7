// Loaded with --import before the program: writes down which packages its files import.
import { register } from "node:module";

register("./imports-hook.mjs", import.meta.url, {
  data: { record: process.env.BENCH_IMPORTS, importers: process.env.BENCH_IMPORTERS },
});

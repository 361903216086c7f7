const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const PORTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ftp: 21,
    telnet: 23,
    http: 80,
    gopher: 70,
    news: 119,
    nntp: 119,
    prospero: 191,
    https: 443,
    snews: 563,
    snntp: 563,
  }),
);

/**
 * The one form in which an address should be written where addresses are compared character by character.
 *
 * @returns undefined when it has none: the address is broken
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
export function canonicalUri(text: string): string | undefined {
  const match = PARTS.exec(text);
  if (!match) return undefined;
  const [, scheme = "", authority, path = "", query, fragment] = match;
  if (scheme === "") return undefined;
  try {
    return (
      `${scheme.toLowerCase()}:` +
      (authority === undefined ? "" : `//${canonicalAuthority(authority, PORTS.get(scheme.toLowerCase()))}`) +
      (authority !== undefined || path.startsWith("/")
        ? canonicalPath(path)
        : canonicalOpaque(scheme.toLowerCase(), path)) +
      (query === undefined ? "" : `?${escapes(query)}`) +
      (fragment === undefined ? "" : `#${escapes(fragment)}`)
    );
  } catch {
    // An escape that is no UTF-8 has no canonical form.
    return undefined;
  }
}

function canonicalAuthority(authority: string, usual: number | undefined): string {
  const sign = authority.lastIndexOf("@");
  const user = sign === -1 ? "" : authority.slice(0, sign);
  const [, host = "", port] = /^(.*?)(?::(\d*))?$/s.exec(authority.slice(sign + 1).toLowerCase()) ?? [];
  const rooted = host.endsWith(".") && host.slice(0, -1).includes(".") ? host.slice(0, -1) : host;
  const kept = port === undefined || port === "" || Number(port) === usual ? "" : `:${Number(port)}`;
  return (user === "" || user === ":" ? "" : `${user}@`) + rooted + kept;
}

function canonicalPath(path: string): string {
  if (path === "") return "/";
  const kept: string[] = [];
  const steps = path.split("/").slice(1);
  steps.forEach((step, index) => {
    const last = index === steps.length - 1;
    if (step === "..") kept.pop();
    else if (step !== ".") kept.push(escapes(step));
    if (last && (step === "." || step === "..")) kept.push("");
  });
  return `/${kept.join("/")}`;
}

function canonicalOpaque(scheme: string, path: string): string {
  if (scheme !== "mailto") return escapes(path);
  const sign = path.indexOf("@");
  return sign === -1 ? escapes(path) : escapes(path.slice(0, sign)) + escapes(path.slice(sign).toLowerCase());
}

const RESERVED = ":/?#[]@!$&'()*+,;=";

/** Escapes of characters that need none are undone, the rest in upper case, and text is NFC. */
function escapes(text: string): string {
  // Plain characters belong to the run, because an escaped accent may follow its letter.
  return text.replace(/(?:%[0-9a-fA-F]{2}|[A-Za-z0-9\-._~])+|%|[^!-~]+/g, (run) => {
    if (run === "%") throw new URIError("a percent sign without two digits");
    if (run.includes("%")) return decodeURIComponentKeepingReserved(run);
    return /^[!-~]/.test(run) ? run : encodeURIComponent(run.normalize("NFC"));
  });
}

function decodeURIComponentKeepingReserved(run: string): string {
  const decoded = decodeURIComponent(run).normalize("NFC");
  let out = "";
  for (const character of decoded) {
    const code = character.codePointAt(0) ?? 0;
    const plain = code > 0x20 && code < 0x7f && /[A-Za-z0-9\-._~]/.test(character);
    out += plain
      ? character
      : RESERVED.includes(character) || code < 0x80
        ? `%${code.toString(16).toUpperCase().padStart(2, "0")}`
        : encodeURIComponent(character);
  }
  return out;
}

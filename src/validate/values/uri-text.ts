/** What is wrong with an address. */
export type UriFault = "tag" | "uuid" | "urn" | "character" | "not-ascii" | "malformed" | "scheme" | "old-scheme";

/** `reference`: may be relative. `absolute`: must begin with a scheme. */
export type UriForm = "reference" | "absolute";

const CHARACTERS = /^[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]*$/;
/** What nearly every address is. */
const PLAIN = /^https?:\/\/[0-9a-zA-Z][0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]*$/;
const BAD_ASCII = /[^0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#\u0080-\u{10ffff}]/u;
const REFERENCE = /^(?:[a-zA-Z][0-9a-zA-Z+\-.]*:)?\/{0,2}(?:\[[0-9A-Fa-f:]+\])?([^\]]*)$/;
const ABSOLUTE = /^[a-zA-Z][0-9a-zA-Z+\-.]*:(.+)$/s;
const TAG =
  /^tag:(?:[a-z0-9\-._]+@)?[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*(?:#[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*)?$/;
const URN = /^urn:[a-zA-Z0-9][a-zA-Z0-9-]{1,31}:(?:[a-zA-Z0-9()+,.:=@;$_!*'-]|%[0-9A-Fa-f]{2})+$/i;
const UUID = /^urn:uuid:[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/i;

/**
 * What is wrong with an address, or nothing.
 *
 * @param iri whether characters outside ASCII may stand in it
 * @see https://www.rfc-editor.org/rfc/rfc3986 and, with `iri`, https://www.rfc-editor.org/rfc/rfc3987
 */
export function uriFault(text: string, form: UriForm, iri: boolean): UriFault | undefined {
  if (PLAIN.test(text)) return undefined;
  const colon = text.indexOf(":");
  const scheme = (colon === -1 ? text : text.slice(0, colon)).toLowerCase();
  if (scheme === "tag") return TAG.test(text) ? undefined : "tag";
  if (scheme === "urn") {
    if (text.toLowerCase().startsWith("urn:uuid:") && !UUID.test(text)) return "uuid";
    return URN.test(text) ? undefined : "urn";
  }
  const written = iri ? asAscii(text) : text;
  if (!matches(written, form)) {
    if (hasBadAscii(written)) return "character";
    return !iri && matches(asAscii(text), form) ? "not-ascii" : "malformed";
  }
  if (scheme === "http" || scheme === "ftp") return /^\w+:\/\/[^/]/.test(text) ? undefined : "malformed";
  if (colon >= 0 && /^[a-z]+$/.test(scheme)) {
    if (!SCHEMES.has(scheme)) return NEWER_SCHEMES.has(scheme) ? "old-scheme" : "scheme";
  }
  return undefined;
}

/** Whether a text has the form of an IRI with a scheme, whichever that is. */
export function hasScheme(text: string): boolean {
  return matches(asAscii(text), "absolute");
}

function matches(text: string, form: UriForm): boolean {
  const rest = (form === "absolute" ? ABSOLUTE : REFERENCE).exec(text)?.[1];
  return rest !== undefined && CHARACTERS.test(rest);
}

function hasBadAscii(text: string): boolean {
  return BAD_ASCII.test(text);
}

/** The first ASCII character that no address may hold. */
export function badCharacter(text: string): string {
  return BAD_ASCII.exec(text)?.[0] ?? "";
}

/** With every character that RFC 3987 2.2 allows beyond ASCII replaced by a plain one, so that one grammar serves both. */
function asAscii(text: string): string {
  return text.replace(IRI_CHARACTERS, "x");
}

const IRI_CHARACTERS =
  /[\u00a0-\u1fff]|\u200c|\u200d|[\u2010-\u2027\u2030-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef\u{10000}-\u{efffd}]/gu;

/** The schemes that the W3C validator knows. */
const SCHEMES: ReadonlySet<string> = new Set(
  (
    "ftp http gopher mailto news nntp telnet wais file prospero cid mid vemmi service imap nfs acap rtsp tip pop data dav " +
    "opaquelocktoken sip sips tel fax modem ldap https urn go ipp tftp mupdate pres im mtqp dict snmp crid tag dns info aaa aaas " +
    "cap iax icap iris msrp msrps shttp thismessage tv xmpp"
  ).split(" "),
);

/** More schemes that news feeds use and IANA has registered since. */
const NEWER_SCHEMES: ReadonlySet<string> = new Set(
  (
    "about acct bitcoin blob cvs doi ethereum feed geo git gtalk hdl im irc ircs jabber lastfm magnet maps market matrix mms mumble ni " +
    "payto podcast proxy rtmp rtsps rtspu session sftp sgn sms ssh stun svn turn view wais webcal ws wss"
  ).split(" "),
);

import type { Value } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";
import { family, plain, where } from "./family.ts";
import { plainTextRules } from "./text.ts";

const RSS = "https://www.rssboard.org/rss-profile#data-types-email";
const ADDRESS = /^[A-Z0-9_\-+.']+@(?:[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.|(?:[A-Z0-9-]+\.)+)[A-Z0-9][-A-Z0-9]*$/i;
/** A host without a dot: nobody outside can write to it, but it is no fault of form. */
const LOCAL = /^[\w._%+-]+@[A-Za-z][\w.-]+$/;

function isAddress(text: string): boolean {
  return ADDRESS.test(text) || LOCAL.test(text);
}

type ContactFault = "contact" | "name" | "form";

/** What a contact is missing the form of, or nothing. */
function badForm(written: string): "form" | "name" | undefined {
  if (written.indexOf("@") <= 0 || written.endsWith(")")) return undefined;
  return written.includes(" ") ? "form" : "name";
}

const formRules: readonly Rule<Value>[] = family<ContactFault>(
  ({ text }) => {
    const written = addressText(text);
    const form = badForm(written);
    if (form !== undefined) return [{ is: form }];
    const [, address = ""] = /^([^()]*)/.exec(written) ?? [];
    const bare = /<([^<>]*)>/.exec(address)?.[1] ?? address.trim();
    return isAddress(bare) ? [] : [{ is: "contact" }];
  },
  {
    contact: {
      code: "rss/contact",
      w3c: "InvalidContact",
      severity: "error",
      message: "{value} is no e-mail address: write desk@example.org (News Desk), or use dc:creator for a name",
      spec: RSS,
      example: "item",
      bad: "<author>Ana Ruiz</author>",
      good: "<author>ana@example.org (Ana Ruiz)</author>",
    },
    name: {
      code: "rss/contact-name",
      w3c: "MissingRealName",
      severity: "warning",
      message: "{value} gives no name: write desk@example.org (News Desk)",
      spec: RSS,
      example: "item",
      bad: "<author>ana@example.org</author>",
      good: "<author>ana@example.org (Ana Ruiz)</author>",
    },
    form: {
      code: "rss/contact-form",
      w3c: "EmailFormat",
      severity: "warning",
      message: "{value} has the name in the wrong place: write desk@example.org (News Desk)",
      spec: RSS,
      example: "item",
      bad: "<author>Ana Ruiz &lt;ana@example.org&gt;</author>",
      good: "<author>ana@example.org (Ana Ruiz)</author>",
    },
  },
);

/** People of RSS: `desk@example.org (News Desk)`. */
export const contactRules: readonly Rule<Value>[] = [
  ...formRules,
  ...where(plainTextRules, ({ text }) => badForm(addressText(text)) === undefined),
];

function addressText(text: string): string {
  return text.startsWith("mailto:") ? unescaped(text.slice(7)) : text;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of an iTunes owner. */
export const ownerEmailRules: readonly Rule<Value>[] = [
  plain(
    {
      code: "itunes/email",
      w3c: "InvalidContact",
      severity: "error",
      message: "{value} is no e-mail address: write desk@example.org",
      spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
      example: "channel",
      bad: "<itunes:owner><itunes:email>Ana Ruiz</itunes:email></itunes:owner>",
      good: "<itunes:owner><itunes:email>ana@example.org</itunes:email></itunes:owner>",
    },
    ({ text }) => !isAddress(/^[^()<]*<([^<>]*)>$/.exec(text)?.[1] ?? text.replace(/\s*\([^()]*\)$/, "")),
  ),
];

const atomEmail: RuleText = {
  code: "atom/email",
  w3c: "InvalidAddrSpec",
  severity: "error",
  message: "{value} is no e-mail address: write desk@example.org, without a name or mailto:",
  spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.2.3",
  example: "entry",
  bad: "<contributor><name>Ana</name><email>mailto:ana@example.org</email></contributor>",
  good: "<contributor><name>Ana</name><email>ana@example.org</email></contributor>",
};

/** The address of a person of Atom. */
export const addressRules: readonly Rule<Value>[] = [plain(atomEmail, ({ text }) => !isAddress(text))];

/** An address where a name should be. */
export const nameRules: readonly Rule<Value>[] = [
  plain(
    {
      code: "atom/name-with-email",
      w3c: "ContainsEmail",
      severity: "warning",
      message: "The name {value} holds an e-mail address: put it into an email element",
      spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.2.1",
      example: "entry",
      bad: "<contributor><name>Ana &lt;ana@example.org></name></contributor>",
      good: "<contributor><name>Ana Ruiz</name></contributor>",
    },
    ({ text }) => /<[A-Z0-9_\-+.']+@[A-Z0-9-]+(?:\.[A-Z0-9-]+)+>/i.test(text),
  ),
];

import type { Element } from "../element.ts";
import { at, attribute } from "../element.ts";
import type { Rule } from "../rule.ts";
import { isMediaType } from "../values/media-type.ts";
import { formOf, htmlOf, isBase64, isTextType } from "./text-form.ts";
import { textRule } from "./text-rule.ts";

/** Whether the type of a text construct or content is one, and fits what is there. @see https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1 */
export const typeRules: readonly Rule<Element>[] = [
  textRule(
    {
      code: "atom/type-blank",
      w3c: "AttrNotBlank",
      severity: "warning",
      message: "The type is empty: write text, html or xhtml",
      bad: '<rights type="">Harbour News</rights>',
      good: '<rights type="text">Harbour News</rights>',
    },
    "3.1.1",
    function* (element) {
      if (attribute(element, "type") === "") yield at(element);
    },
  ),
  textRule(
    {
      code: "atom/type",
      w3c: "InvalidMIMEType",
      message: "There is no type {value}: write text, html or xhtml",
      bad: '<rights type="plain">Harbour News</rights>',
      good: '<rights type="text">Harbour News</rights>',
    },
    "3.1.1",
    function* (element) {
      const type = attribute(element, "type");
      if (type === undefined || type === "") return;
      const isWord = ["text", "html", "xhtml"].includes(type) && attribute(element, "src") === undefined;
      const isMultipart = element.local === "content" && type === "multipart/alternative";
      if (!isWord && (isMultipart || !isMediaType(type))) yield at(element, { value: type });
    },
  ),
  textRule(
    {
      code: "atom/composite-type",
      w3cSeverity: "off",
      message: "The type {value} is of several documents in one: write the type of one of them",
      bad: '<summary>Rain</summary><content type="multipart/mixed" src="https://example.org/rain"/>',
      good: '<summary>Rain</summary><content type="audio/mpeg" src="https://example.org/rain"/>',
    },
    "4.1.3.1",
    function* (element) {
      const type = attribute(element, "type") ?? "";
      const isComposite = isMediaType(type) && /^(?:multipart|message)\//i.test(type);
      // The one that the W3C validator knows is no type to atom/type.
      if (isComposite && element.local === "content" && type !== "multipart/alternative")
        yield at(element, { value: type });
    },
  ),
  textRule(
    {
      code: "atom/html-as-document",
      w3c: "HtmlFragment",
      severity: "warning",
      message: 'The type {value} is for whole pages: write type="html" for a piece of one',
      bad: '<rights type="text/html">&lt;b>Rain&lt;/b></rights>',
      good: '<rights type="html">&lt;b>Rain&lt;/b></rights>',
    },
    "4.1.3.3",
    function* (element) {
      const type = attribute(element, "type") ?? "";
      if (attribute(element, "src") !== undefined) return;
      const form = formOf(element);
      const isFragment =
        (form === "html-media" && !htmlOf(element).text.includes("<html")) ||
        (type === "application/xhtml+xml" && element.children.some((child) => child.local !== "html"));
      if (isFragment) yield at(element, { value: type });
    },
  ),
  textRule(
    {
      code: "atom/not-base64",
      w3c: "NotBase64",
      message: 'The type {value} asks for base64: encode it, or write type="text"',
      bad: '<content type="image/png">rain!</content><summary>Rain</summary>',
      good: '<content type="image/png">cmFpbg==</content><summary>Rain</summary>',
    },
    "4.1.3.3",
    function* (element) {
      const isBinary = formOf(element) === "binary" || (formOf(element) === "html-media" && !isTextType(element));
      if (isBinary && !isBase64(element.text)) yield at(element, { value: attribute(element, "type") ?? "" });
    },
  ),
  textRule(
    {
      code: "atom/src-without-type",
      w3c: "MissingTypeAttr",
      severity: "warning",
      message: "Content with a src should have a type: add the media type of what is there",
      bad: '<summary>Rain</summary><content src="https://example.org/rain.mp3"/>',
      good: '<summary>Rain</summary><content src="https://example.org/rain.mp3" type="audio/mpeg"/>',
    },
    "4.1.3.2",
    function* (element) {
      if (attribute(element, "src") !== undefined && attribute(element, "type") === undefined) yield at(element);
    },
  ),
];

/** Content alone may be elsewhere. */
export const textSource = textRule(
  {
    code: "atom/text-source",
    w3cSeverity: "off",
    message: "Only content may be elsewhere: write the text into {value}, and remove its src",
    bad: '<rights type="text" src="https://example.org/rights"/>',
    good: '<summary>Rain</summary><content type="text/html" src="https://example.org/rights"/>',
  },
  "3.1",
  function* (element) {
    if (attribute(element, "src") !== undefined) yield at(element, { value: element.name });
  },
);

/** Text constructs know three types. */
export const textType = textRule(
  {
    code: "atom/text-type",
    w3c: "InvalidTextType",
    message: "The type {value} is for content alone: write text, html or xhtml",
    bad: '<rights type="text/plain">Harbour News</rights>',
    good: '<rights type="text">Harbour News</rights>',
  },
  "3.1.1",
  function* (element) {
    const type = attribute(element, "type") ?? "";
    if (type.includes("/")) yield at(element, { value: type });
  },
);

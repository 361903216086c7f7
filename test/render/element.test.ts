import { describe, expect, test } from "vitest";
import { type Element, printElement } from "../../src/render/element.ts";
import { readXml } from "./read.ts";

describe("an element", () => {
  test.each<readonly [Element, string]>([
    [{ name: "a" }, "  <a/>"],
    [{ name: "a", text: "" }, "  <a></a>"],
    [{ name: "a", attributes: { b: "1", c: undefined, d: "" } }, '  <a b="1" d=""/>'],
    [{ name: "a", text: "1 < 2 & 3 > 2 ]]>" }, "  <a>1 &lt; 2 &amp; 3 &gt; 2 ]]&gt;</a>"],
    [{ name: "a", attributes: { b: '"<&>' } }, '  <a b="&quot;&lt;&amp;>"/>'],
    [{ name: "a", attributes: { b: "1\r\n2\r3\t4" } }, '  <a b="1&#10;2&#10;3&#9;4"/>'],
    [{ name: "a", children: [{ name: "b", text: "c" }, { name: "d" }] }, "  <a>\n      <b>c</b>\n      <d/>\n  </a>"],
  ])("%j is printed", (element, printed) => {
    expect(printElement(element, "  ")).toBe(printed);
  });

  test("keeps line ends and tabs of its attributes, which parsers read as spaces when they stand there as they are", () => {
    const text = "line\n\tline";
    expect(readXml(printElement({ name: "a", attributes: { b: text } }, "")).attributes.b).toBe(text);
    expect(readXml(`<a b="${text}"/>`).attributes.b).toBe("line  line");
  });
});

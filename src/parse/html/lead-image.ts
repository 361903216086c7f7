import type { Evidence } from "../../model/draft.ts";
import { oneLine } from "../../text.ts";
import type { Found } from "./found.ts";
import { itemOf, itemsOf, textOfNode } from "./json-ld.ts";
import { valueOfProp } from "./page.ts";
import { addresses, type Sources } from "./precedence.ts";

type LeadImage = Evidence<{ readonly url: string; readonly alt?: string; readonly credit?: string }>;

/** The picture of a story: JSON-LD image, og:image, twitter:image, microdata, `rel=image_src`; with what is told of it. */
export function leadImageOf(sources: Sources): LeadImage | undefined {
  const { page, article, linked } = sources;
  const said = article === undefined ? undefined : linkedImage();
  if (said !== undefined) return said;
  const metas = [
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
  ];
  const props = (page.props.get("image") ?? []).map((element): Found => {
    const inner = element.attribs.itemscope === undefined ? undefined : page.props.get("url")?.[0];
    return { value: valueOfProp(inner ?? element), name: "itemprop image", at: element.startIndex ?? 0 };
  });
  for (const found of [
    ...metas.flatMap((name) => page.metas.get(name) ?? []),
    ...props,
    ...addresses(page, "link", "image_src"),
  ]) {
    if (!isAddress(found.value)) continue;
    const alts = /^(og|twitter):/.test(found.name)
      ? page.metas.get(`${found.name.split(":")[0] ?? ""}:image:alt`)
      : undefined;
    const alt = alts?.[0]?.value ?? altInText(sources, found.value);
    return imageOf(found, { ...(alt !== undefined && { alt }) });
  }
  return undefined;

  function linkedImage(): LeadImage | undefined {
    for (const node of [...itemsOf(article?.get("image")), ...itemsOf(article?.get("thumbnailUrl"))]) {
      const item = itemOf(node, linked);
      const url =
        item === undefined ? textOfNode(node) : textOfNode({ at: node.at, value: item }, "url", "contentUrl", "@id");
      if (url === undefined || !isAddress(url)) continue;
      const credit =
        item === undefined
          ? undefined
          : (textOfNode(item.get("creditText")) ?? textOfNode(item.get("creator"), "name"));
      const alt = (item === undefined ? undefined : textOfNode(item.get("description"))) ?? altInText(sources, url);
      const found = { value: url, name: "JSON-LD image", at: node.at };
      return imageOf(found, { ...(alt !== undefined && { alt }), ...(credit !== undefined && { credit }) });
    }
    return undefined;
  }
}

function imageOf({ value, name, at }: Found, told: { readonly alt?: string; readonly credit?: string }): LeadImage {
  return { value: { url: value, ...told }, from: "metadata", name, at: { offset: at } };
}

function isAddress(text: string): boolean {
  return text !== "" && !/^(?!https?:)[a-z][\w+.-]*:/i.test(text) && !/\s/.test(text);
}

/** What the same picture says in the text. */
function altInText({ page }: Sources, url: string): string | undefined {
  const image = page.elements.find(({ name, attribs }) => name === "img" && attribs.src === url);
  const alt = oneLine(image?.attribs.alt ?? "");
  return alt === "" ? undefined : alt;
}

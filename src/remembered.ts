/** Answers that are remembered of one function; when there are more, all are forgotten. */
const MOST = 5000;

/**
 * A function of an object that remembers what it gave for as long as the object is there.
 *
 * @param make depends on nothing but the object, which nobody changes, and gives what nobody changes
 */
export function rememberedOf<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * A function of a text that remembers what it gave: an archive has few authors, sections and tags, and names them in every article.
 *
 * @param make depends on nothing but the text, and gives what nobody changes
 */
export function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    const value = make(text);
    if (known.size >= MOST) known.clear();
    known.set(text, { value });
    return value;
  };
}

import type { CompleteResult, Order } from "./complete.ts";
import type { Helper } from "./helper.ts";

/** Stories that a helper is sent at once. */
const SHARE = 8;

/** Stories that a helper is ahead of what is taken from it at most. */
const AHEAD = 4 * SHARE;

/** Takes a story that was completed ahead; undefined when it has to be completed here. */
export type Taker = (path: string) => Promise<CompleteResult | undefined>;

/** Has a helper complete stories a little ahead of when they are wanted: so one thread completes what the other renders and judges. */
export function completeAhead(helper: Helper, orders: readonly Order[]): Taker {
  const coming = new Map<string, Promise<CompleteResult | undefined>>();
  let sent = 0;
  const send = () => {
    while (sent < orders.length && coming.size < AHEAD) {
      const share = orders.slice(sent, sent + SHARE);
      sent += share.length;
      const answer = helper.complete(share).catch(() => []);
      for (const [index, { article }] of share.entries())
        coming.set(
          article.path,
          answer.then((results) => results[index]),
        );
    }
  };
  send();
  return async (path) => {
    const completed = coming.get(path);
    coming.delete(path);
    send();
    return completed;
  };
}

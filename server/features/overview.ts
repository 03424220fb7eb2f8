import type { Feature } from '../feature.ts';
import { overviewOf } from '../overview.ts';
import { checkedNotification, type Overview, overviewRequest, type UriParams } from '../protocol.ts';

/** What the client's views show: told that there is news, it asks when they are on the screen. */
export default {
  start({ connection, drafts, language, showsChecks }) {
    connection.onRequest(overviewRequest, async ({ uri }: UriParams, token): Promise<Overview | null> => {
      const check = await drafts.check(uri, token);
      return check ? overviewOf(check, language) : null;
    });
    if (showsChecks)
      drafts.onCheck(({ document: { uri } }) => void connection.sendNotification(checkedNotification, { uri } satisfies UriParams));
  },
} satisfies Feature;

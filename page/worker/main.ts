import type { Language } from '../../server/core/kept-report.ts';
import { isUnreadable, lineFor } from '../../server/readers/unreadable.ts';
import type { Answer, Answers, Request } from '../messages.ts';
import { Session } from '../session.ts';

declare const self: DedicatedWorkerGlobalScope;

const session = new Session();
/** Of the last check: papers are made of it. */
let language: Language = 'zh';

const answer = (request: Request): Promise<Answers[keyof Answers]> => {
  switch (request.ask) {
    case 'sort':
      return session.sort(request.files);
    case 'check':
      ({ language } = request.input);
      return session.check(request.input);
    case 'paper':
      return session.paper(request.draft, request.paper, request);
  }
};

// One at a time: papers are made of the last check.
let before: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<Request>) => {
  before = before.then(async () => {
    try {
      self.postMessage({ id: data.id, value: await answer(data) } satisfies Answer);
    } catch (error) {
      const line = lineFor(error, language);
      const failed = language === 'zh' ? `程序出错：${line}` : `The program failed: ${line}`;
      const problem = isUnreadable(error) ? line : failed;
      self.postMessage({ id: data.id, problem } satisfies Answer);
    }
  });
};

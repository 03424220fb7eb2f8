import { isUnreadable } from '../../server/readers/unreadable.ts';
import type { Answer, Answers, Request } from '../messages.ts';
import { Session } from '../session.ts';

declare const self: DedicatedWorkerGlobalScope;

const session = new Session();

const answer = (request: Request): Promise<Answers[keyof Answers]> => {
  switch (request.ask) {
    case 'sort':
      return session.sort(request.files);
    case 'check':
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
      const problem = isUnreadable(error) ? error.message : `程序出错：${error instanceof Error ? error.message : String(error)}`;
      self.postMessage({ id: data.id, problem } satisfies Answer);
    }
  });
};

import workerScript from 'worker-script';
import type { Answer, Answers, Request } from '../messages.ts';

type Ask = Request extends infer Each ? (Each extends Request ? Omit<Each, 'id'> : never) : never;

/** The checker in its worker: a page from a file may start one from a blob only. */
export class Checker {
  private readonly address = URL.createObjectURL(new Blob([workerScript], { type: 'text/javascript' }));
  private readonly waiting = new Map<number, { resolve(value: never): void; reject(problem: Error): void }>();
  private worker = this.start();
  private last = 0;

  /** @param crashed What people are told of requests that a worker took down with it. */
  constructor(private readonly crashed: () => string) {}

  ask<Name extends Ask['ask']>(request: Extract<Ask, { ask: Name }>): Promise<Answers[Name]> {
    const id = ++this.last;
    return new Promise<Answers[Name]>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...request, id });
    });
  }

  private start(): Worker {
    const worker = new Worker(this.address);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if ('problem' in data) asked?.reject(new Error(data.problem));
      else asked?.resolve(data.value as never);
    };
    // Out of memory, most likely.
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      const lost = [...this.waiting.values()];
      this.waiting.clear();
      this.worker = this.start();
      for (const { reject } of lost) reject(new Error(this.crashed()));
    };
    return worker;
  }
}

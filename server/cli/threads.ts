import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Files } from '../files.ts';
import { type CheckCall, type CheckedFiles, Checker, type FileAt } from './checker.ts';

interface Task {
  index: number;
  files: FileAt[];
}

interface Answer {
  index: number;
  checked: CheckedFiles;
}

/** Checks each of several lists of files, on all cores. */
export const checkOnThreads = async (call: CheckCall, lists: readonly FileAt[][]): Promise<CheckedFiles[]> => {
  const all: CheckedFiles[] = [];
  const tasks = lists.map((files, index): Task => ({ index, files }));
  const workers: Worker[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(join(__dirname, 'heshu.js'), { workerData: call });
      workers.push(worker);
      const next = (): void => {
        const task = tasks.shift();
        if (task) worker.postMessage(task);
        else resolve();
      };
      worker.on('message', ({ index, checked }: Answer) => {
        all[index] = checked;
        next();
      });
      worker.on('error', reject);
      next();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), lists.length) }, work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return all;
};

/** The other end, in a thread of its own. */
export const serveChecks = (files: Files): void => {
  const checker = Checker.open(files, workerData as CheckCall);
  parentPort?.on('message', async ({ index, files: list }: Task) => {
    const answer: Answer = { index, checked: await (await checker).check(list) };
    parentPort?.postMessage(answer);
  });
};

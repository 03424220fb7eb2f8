import type { Host } from '../rpc/lifecycle.ts';
import type { Transport } from './transport.ts';

/** How often the client's process is looked for, and how long what is under way at the end may take: milliseconds. */
const watchEvery = 3000;
const patience = 1000;

export const hostOf = (transport: Transport): Host => ({
  leave(status) {
    process.on('exit', () => {
      process.exitCode = status();
    });
    transport.close();
    setTimeout(() => process.exit(), patience).unref();
  },
  watch(processId, gone) {
    const timer = setInterval(() => {
      if (isRunning(processId)) return;
      clearInterval(timer);
      gone();
    }, watchEvery);
    timer.unref();
  },
});

const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // One that belongs to somebody else may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

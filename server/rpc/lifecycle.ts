import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import type { Connection } from './connection.ts';

/** The process that the server runs in; a worker is none, and is ended by its client. */
export interface Host {
  /** Ends once what is being said has left, with the status that holds then. */
  leave?(status: () => number): void;
  /** Calls `gone` when there is no such process any more. */
  watch?(processId: number, gone: () => void): void;
}

/** Nothing is answered before `initialize` and after `shutdown`; the end comes with `exit`, with the connection's or with the client's. */
export const live = (connection: Connection, host: Host, initialize: (params: InitializeParams) => InitializeResult): void => {
  let state: 'new' | 'serving' | 'shut down' = 'new';
  const leave = (): void => host.leave?.(() => (state === 'shut down' ? 0 : 1));
  connection.refusal = (method) => {
    if (state === 'new')
      return method === 'initialize' ? undefined : new ResponseError(ErrorCodes.ServerNotInitialized, '尚未 initialize（not initialized）');
    if (method === 'initialize') return new ResponseError(ErrorCodes.InvalidRequest, '已经 initialize（initialized already）');
    return state === 'serving' ? undefined : new ResponseError(ErrorCodes.InvalidRequest, '已经 shutdown（shut down already）');
  };
  connection.onRequest('initialize', (params) => {
    const result = initialize(params);
    state = 'serving';
    if (typeof params.processId === 'number') host.watch?.(params.processId, leave);
    return result;
  });
  connection.onRequest('shutdown', () => {
    state = 'shut down';
    return null;
  });
  connection.onNotification('exit', leave);
  connection.onClose(leave);
};

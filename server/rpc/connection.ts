import {
  type CancellationToken,
  createMessageConnection,
  ErrorCodes,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  type NotificationHandler,
  type RequestHandler,
  ResponseError,
} from 'vscode-jsonrpc';
import { MessageType } from './kinds.ts';
import type { ClientNotifications, ClientRequests, ServerNotifications, ServerRequests } from './methods.ts';

type Ask<Method extends keyof ServerRequests> = ServerRequests[Method]['params'] extends undefined
  ? []
  : [params: ServerRequests[Method]['params']];

/** The server's end of the conversation with its client: the library's connection, with the methods that we speak (`methods.ts`). */
export class Connection {
  private readonly rpc: MessageConnection;
  private readonly requests = new Map<string, RequestHandler<unknown, unknown, unknown>>();
  private readonly notifications = new Map<string, NotificationHandler<unknown>>();

  /** Why a request may not be answered now, by its method. */
  refusal: (method: string) => ResponseError<void> | undefined = () => undefined;

  constructor(reader: MessageReader, writer: MessageWriter) {
    const log = (type: MessageType) => (message: string) => void this.sendNotification('window/logMessage', { type, message });
    const logger = {
      error: log(MessageType.Error),
      warn: log(MessageType.Warning),
      info: log(MessageType.Info),
      log: log(MessageType.Log),
    };
    this.rpc = createMessageConnection(reader, writer, logger);
    this.rpc.onRequest((method, params, token) => this.answer(method, params, token));
    this.rpc.onNotification((method, params) => this.notifications.get(method)?.(params));
  }

  listen(): void {
    this.rpc.listen();
  }

  onRequest<Method extends keyof ClientRequests>(
    method: Method,
    handler: RequestHandler<ClientRequests[Method]['params'], ClientRequests[Method]['result'], unknown>,
  ): void {
    this.requests.set(method, handler as RequestHandler<unknown, unknown, unknown>);
  }

  onNotification<Method extends keyof ClientNotifications>(
    method: Method,
    handler: NotificationHandler<ClientNotifications[Method]>,
  ): void {
    this.notifications.set(method, handler as NotificationHandler<unknown>);
  }

  onClose(listener: () => void): void {
    this.rpc.onClose(listener);
  }

  /** Told of what cannot be read or written. */
  onError(listener: (error: Error) => void): void {
    this.rpc.onError(([error]) => listener(error));
  }

  async sendRequest<Method extends keyof ServerRequests>(
    method: Method,
    ...params: Ask<Method>
  ): Promise<ServerRequests[Method]['result']> {
    return await this.rpc.sendRequest(method, ...params);
  }

  /** A request whose answer says nothing; where it is refused, that is logged. */
  tryRequest<Method extends keyof ServerRequests>(method: Method, ...params: Ask<Method>): void {
    this.sendRequest(method, ...params).catch((error: unknown) => this.logError(`客户端未接受 ${method}（refused）`, error));
  }

  /** To a client that is gone, nothing is said. */
  async sendNotification<Method extends keyof ServerNotifications>(method: Method, params: ServerNotifications[Method]): Promise<void> {
    try {
      await this.rpc.sendNotification(method, params);
    } catch {
      // `onError` or `onClose` has told.
    }
  }

  /** To where the client shows what a server has to say of its own troubles. */
  logError(what: string, error: unknown): void {
    const message = `${what}：${error instanceof Error ? error.message : String(error)}`;
    void this.sendNotification('window/logMessage', { type: MessageType.Error, message });
  }

  private answer(method: string, params: unknown, token: CancellationToken): unknown {
    const refusal = this.refusal(method);
    if (refusal) return refusal;
    const handler = this.requests.get(method);
    if (!handler) return new ResponseError(ErrorCodes.MethodNotFound, `没有这项功能（no such method）：${method}`);
    // All methods of the protocol take their parameters by name, or none.
    if (handler.length > 0 && (typeof params !== 'object' || params === null || Array.isArray(params)))
      return new ResponseError(ErrorCodes.InvalidParams, `${method} 的参数不合协议（invalid parameters）`);
    return handler(params, token);
  }
}

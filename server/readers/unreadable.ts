/** A file that cannot be read: the message is one Chinese line that says why and what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Of a file that is there no more, or that another program holds. */
export const cannotRead = '读不到，可能已移走、改名或正被占用';

/** Each bundle has a class of its own: it is known by its name. */
export const isUnreadable = (error: unknown): error is Unreadable => error instanceof Error && error.name === 'Unreadable';

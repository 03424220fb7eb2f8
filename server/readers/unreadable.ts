/** A file that cannot be read: the message is one Chinese line that says why and what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Each bundle has a class of its own: it is known by its name. */
export const isUnreadable = (error: unknown): error is Unreadable => error instanceof Error && error.name === 'Unreadable';

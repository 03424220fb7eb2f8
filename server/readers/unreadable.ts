/** A file that cannot be read: the message is one Chinese line that says why and what to do. */
export class Unreadable extends Error {
  // Each bundle has a class of its own: it is known by its name.
  override readonly name = 'Unreadable';
}

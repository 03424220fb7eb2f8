/**
 * Fails to compile as soon as a global of Node, the DOM or an editor becomes visible in the core.
 * Each line must be an error; a leak turns its `@ts-expect-error` into one.
 */
export const fence = (): void => {
  // @ts-expect-error Node
  void process;
  // @ts-expect-error Node
  void Buffer;
  // @ts-expect-error Node
  void require;
  // @ts-expect-error DOM and workers
  void window;
  // @ts-expect-error DOM
  void document;
  // @ts-expect-error workers
  void self;
  // @ts-expect-error the core is synchronous
  void setTimeout;
  // @ts-expect-error the core prints nothing
  void console;
  // @ts-expect-error nothing is uploaded
  void fetch;
  // @ts-expect-error decoding is the readers' work
  void TextDecoder;
};

let codes: Map<string, [number, number]> | undefined;

/** A text in GB18030, as far as two bytes a character go; Node itself only decodes it. */
export const gb18030 = (text: string): Uint8Array => {
  if (!codes) {
    codes = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  }
  const table = codes;
  return new Uint8Array(
    [...text].flatMap((character) => (character < '\x80' ? [character.charCodeAt(0)] : (table.get(character) ?? [0x3f]))),
  );
};

export const utf16 = (text: string): Uint8Array =>
  new Uint8Array([0xff, 0xfe, ...[...Array(text.length).keys()].flatMap((i) => [text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8])]);

/** Bytes as messages between client and server carry them. */
export const toBase64 = (bytes: Uint8Array): string => {
  // Few enough at a time to be arguments of one call.
  const step = 0x8000;
  let binary = '';
  for (let i = 0; i < bytes.length; i += step) binary += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(binary);
};

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** What Node and browsers share; nothing else of either is visible in the server's common code. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes?: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(handle: unknown): void;
declare function atob(data: string): string;
declare function btoa(data: string): string;
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare const console: { error(...values: unknown[]): void };

import { expect } from 'vitest';

/** A line in both languages: the Chinese one says this, the English one is one line and Chinese only where it quotes. */
export const inBoth = (zh: string | RegExp): { zh: unknown; en: unknown } => ({
  zh: expect.stringMatching(typeof zh === 'string' ? new RegExp(`^${zh.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) : zh),
  en: expect.stringMatching(/^(?:[^\n\u4e00-\u9fff“]|“[^”\n]*”)+$/),
});

/** The readings of characters: a bundle of their own, loaded with the first completion. */
export { pinyinOf } from '../core/text/pinyin.ts';

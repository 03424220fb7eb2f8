/** The packaged fact files: a bundle of their own, loaded where a draft has no papers beside it. */
export { seeds } from '../core/generated/seeds.ts';

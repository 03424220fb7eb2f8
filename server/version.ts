/** Put in by the bundler from package.json. */
declare const HESHU_VERSION: string;

export const version: string = HESHU_VERSION;

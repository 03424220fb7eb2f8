// What the bundler puts in (scripts/offline-page.mjs).
declare module '*.zcg' {
  const text: string;
  export default text;
}
declare module 'worker-script' {
  const script: string;
  export default script;
}
declare module '*.css';

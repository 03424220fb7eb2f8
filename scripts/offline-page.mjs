// Makes dist/核数.html: the offline page as one file, of page/view (script and style) and page/worker (a script in a text).
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'dist/核数.html');

/** Offices keep old browsers: this is the last Chromium for Windows 7. */
const target = 'chrome109';

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The script that the view starts its worker from, the files that it was made of, and the licences of those of others. */
const workerScript = async (options) => {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [join(root, 'page/worker/main.ts')],
    write: false,
    metafile: true,
  });
  return {
    script: outputFiles[0].text,
    inputs: Object.keys(metafile.inputs).map((path) => join(root, path)),
    licences: licencesOf([metafile]),
  };
};

/** The style of the printed report, which the page's policy lets in too. */
const reportStyle = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'server/reports/styles.ts')],
    format: 'esm',
    write: false,
    charset: 'utf8',
  });
  const { styles } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return styles;
};

/** As it may stand in a script element: nothing that begins or ends one, or that the parser reads otherwise than the hash. */
const inScript = (script) => {
  const text = script.replaceAll('<!--', '\\x3C!--').replace(/<(?=\/?script)/gi, '\\x3C');
  if (/[\0\r]/.test(text)) throw new Error('the script of the page holds characters that HTML changes');
  return text;
};

const pageOf = (script, style, printed, licences) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${hashOf(script)}; worker-src blob:; style-src ${hashOf(style)} ${hashOf(printed)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>核数</title>
<style>${style}</style>
</head>
<body>
<noscript>核数要用浏览器的脚本：请用 Chrome、Edge 或 360、WPS 等新版浏览器的极速模式打开。</noscript>
<script type="text/plain" id="licence-texts">${licences}</script>
<script>${script}</script>
</body>
</html>
`;

/** The options of the build whose result is the page; `common` are those of all browser bundles. */
export const offlinePage = (common) => {
  const options = { ...common, target, format: 'iife', sourcemap: false };
  return {
    ...options,
    entryPoints: [join(root, 'page/view/main.ts')],
    outdir: join(root, 'dist'),
    write: false,
    loader: { '.zcg': 'text' },
    plugins: [
      {
        name: 'offline-page',
        setup(view) {
          let licences = '';
          view.onResolve({ filter: /^worker-script$/ }, ({ path }) => ({ path, namespace: 'worker-script' }));
          view.onLoad({ filter: /.*/, namespace: 'worker-script' }, async () => {
            const worker = await workerScript(options);
            licences = worker.licences;
            return { contents: worker.script, loader: 'text', watchFiles: worker.inputs };
          });
          view.onEnd(async ({ outputFiles = [] }) => {
            const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
            const [script, style] = [textOf('.js'), textOf('.css')];
            if (script === undefined || style === undefined) return;
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, pageOf(inScript(script), style.trim(), await reportStyle(), inScript(licences)));
          });
        },
      },
    ],
  };
};

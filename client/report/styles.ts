/** The report's style: the editor's colours where there is an editor, black on white on paper. */
export const styles = `
:root { color-scheme: light dark; --line: #8888; --muted: #777; --error: #c4314b; --warning: #9a6700; --good: #1a7f37; --now: #2f6fb0; --last: #a9b4c0; }
body { font: 15px/1.7 var(--vscode-font-family, 'Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif); color: var(--vscode-editor-foreground, CanvasText); background: var(--vscode-editor-background, Canvas); margin: 0; }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { --muted: #9a9a9a; --error: #f48771; --warning: #d7ba7d; --good: #73c991; --now: #5aa2e0; --last: #5c6670; }
main { max-width: 54em; margin: 0 auto; padding: 1em 1.5em 4em; }
h1 { font-size: 1.5em; margin: .6em 0 0; }
h2 { font-size: 1.2em; margin: 2em 0 .4em; padding-bottom: .2em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1em; margin: 1.4em 0 .3em; }
p { margin: 0; }
.subtitle, .place, figcaption, dt { color: var(--muted); }
.place { font-size: .9em; }
.outside { margin-top: .5em; }
a { color: inherit; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
a:hover { text-decoration-color: currentColor; }
a:focus-visible { outline: 2px solid var(--vscode-focusBorder, #2f6fb0); outline-offset: 2px; }
.counts { display: flex; flex-wrap: wrap; gap: .5em 2.2em; margin: 1em 0; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dd { margin: 0; font-size: 1.7em; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .conflict dd { color: var(--warning); }
ol.findings { padding: 0; margin: 0; list-style: none; }
ol.findings li { margin: .9em 0; padding-left: .9em; border-left: 3px solid var(--line); break-inside: avoid; }
ol.findings li.error { border-color: var(--error); }
ol.findings li.warning { border-color: var(--warning); }
.what { font-weight: 600; }
.severity { font-weight: 400; color: var(--muted); }
.error .severity { color: var(--error); }
.warning .severity { color: var(--warning); }
ul.figures { columns: 2 20em; padding-left: 1.2em; margin: 0; }
div.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35em .6em; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; }
th[scope='row'] { min-width: 7em; }
td span { white-space: nowrap; }
thead th { color: var(--muted); white-space: nowrap; }
td.agree, td.met, td.exceeded { color: var(--good); }
td.conflict, td.short { color: var(--warning); font-weight: 600; }
td.notComparable, td.none, td.unmentioned, td.unclear, td.partly { color: var(--muted); }
figure { margin: 1.5em 0 0; break-inside: avoid; }
figure svg { width: 100%; max-width: 660px; height: auto; font-size: 12px; }
figure svg text { fill: currentColor; }
figure svg .name { text-anchor: end; }
figure svg .last, .key.last::before { fill: var(--last); background: var(--last); }
figure svg .now, .key.now::before { fill: var(--now); background: var(--now); }
.key { margin-left: 1em; }
.key::before { content: ''; display: inline-block; width: .8em; height: .8em; margin-right: .4em; }
@media (prefers-color-scheme: dark) { body:not([class]) { --muted: #9a9a9a; --error: #f48771; --warning: #d7ba7d; --good: #73c991; --now: #5aa2e0; --last: #5c6670; } }
@media print { body { color: #000; background: #fff; font-size: 11pt; } main { max-width: none; padding: 0; } a { text-decoration: none; } }
`;

/** For A4 and for the screen. What a severity is shows without colour or ground, which browsers do not print: by its word and its frame. */
export const styles = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.5 'Source Han Serif SC', 'Noto Serif CJK SC', 'Songti SC', SimSun, serif; color: #000; background: #fff; max-width: 178mm; margin: 1em auto; padding: 0 1em; }
h1 { font-size: 16pt; margin: 0 0 .3em; }
h2 { font-size: 12.5pt; margin: 1.2em 0 .4em; border-bottom: 1pt solid #000; break-after: avoid; }
p { margin: 0; }
header p { font-size: 9.5pt; }
.coverage { font-weight: bold; }
ol.findings { list-style: none; margin: 0; padding: 0; }
ol.findings li { display: grid; grid-template-columns: 2.2em 1fr; padding: .35em 0; border-bottom: .5pt solid #bbb; break-inside: avoid; }
.number { font-size: 12pt; }
.what { font-weight: bold; }
.severity { border: 1pt solid #000; padding: 0 .3em; font-size: 9pt; }
.error .severity { border-width: 2.5pt; font-weight: bold; }
.warning .severity { font-weight: bold; }
.information .severity, .hint .severity { border-style: dotted; font-weight: normal; }
.place { color: #444; font-size: 9pt; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; }
th, td { border: .5pt solid #888; padding: .15em .4em; text-align: left; vertical-align: top; }
th { white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
ul.figures { columns: 2; font-size: 9pt; margin: 0; padding-left: 1.2em; }
.line { display: grid; grid-template-columns: 3.4em 1fr; column-gap: .6em; }
.margin { text-align: right; font-weight: bold; font-size: 9pt; border-right: .5pt solid #bbb; padding-right: .5em; }
.margin a { color: inherit; text-decoration: none; }
mark { background: none; color: inherit; text-decoration: underline; text-underline-offset: .2em; }
mark.error { text-decoration: underline double 1pt; }
mark.warning { text-decoration: underline solid 1pt; }
mark.information { text-decoration: underline dashed 1pt; }
mark.hint { text-decoration: underline dotted 1pt; }
sup { font-size: 7pt; line-height: 0; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`;

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { type CheckResult, checkDocument } from '../../server/core/check.ts';
import { readDocument } from '../../server/core/document.ts';
import { catalogue } from '../../server/core/generated/catalogue.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { makeVocabulary } from '../../server/core/indicators/vocabulary.ts';
import { commentedDocx } from '../../server/outputs.ts';
import { readDocx } from '../../server/readers/docx.ts';
import { draftDocx } from '../../server/writers/word/draft.ts';
import { commented, withoutComments } from './commented.ts';

const folder = join(import.meta.dirname, '../fixtures/docx');
const vocabulary = makeVocabulary(catalogue);
const main = 'word/document.xml';

const check = (bytes: Uint8Array): CheckResult => {
  const { text, highlights } = readDocx(bytes);
  return checkDocument(readDocument(text, vocabulary, { highlights }), new Baseline([]), rules);
};

/** Our own layout: a commented draft is checked again as any other. */
const own = (text: string): Uint8Array => draftDocx(readDocument(text, vocabulary), [], { date: '2025-01-05T21:30:00Z' });

const documents = new Map<string, Uint8Array>();
const results = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.docx')))
    documents.set(name, new Uint8Array(await readFile(join(folder, name))));
  documents.set('gbt9704.docx', own(readDocx(documents.get('docx-js.docx') as Uint8Array).text));
  for (const [name, bytes] of documents) results.set(name, await commentedDocx(name, bytes, check(bytes), { hasIndex: false }));
});

const xmlOf = (bytes: Uint8Array | undefined): string => strFromU8(unzipSync(bytes as Uint8Array)[main] as Uint8Array);
/** All words of the main part, also those that were taken away. */
const allWords = (xml: string): string => [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map(([, words]) => words).join('');

const makings = ['by-hand', 'docx-js', 'from-doc', 'from-html', 'from-rtf', 'gbt9704', 'python-docx', 'writer'];

describe('documents of different making', () => {
  it('are all that lie there', () => {
    expect([...documents.keys()].sort()).toEqual(makings.map((name) => `${name}.docx`));
  });

  it.each(makings)('%s: the same but for its comments', (making) => {
    const [bytes, result] = [documents.get(`${making}.docx`), results.get(`${making}.docx`)] as [Uint8Array, Uint8Array];
    const { findings } = check(bytes);
    expect(findings.length).toBeGreaterThanOrEqual(4);
    const [before, after] = [unzipSync(bytes), unzipSync(result)];
    const mayChange = [main, 'word/comments.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels'];
    for (const name of Object.keys(before)) if (!mayChange.includes(name)) expect(after[name], name).toEqual(before[name]);
    expect(Object.keys(after).filter((name) => !(name in before) && !mayChange.includes(name))).toEqual([]);
    expect(readDocx(result).text).toBe(readDocx(bytes).text);
    expect(allWords(xmlOf(result))).toBe(allWords(xmlOf(bytes)));
    expect(withoutComments(xmlOf(result))).toEqual(withoutComments(xmlOf(bytes)));
    // Without the document's prefix no program but ours would know them.
    expect(xmlOf(result)).not.toMatch(/<comment/);
    const had = commented(xmlOf(bytes)).size;
    const words = [...commented(xmlOf(result)).values()];
    expect(words).toHaveLength(had + findings.length);
    for (const figure of ['32万吨', '27.4亿元', '224件', '约28亿元左右']) expect(words, figure).toContain(figure);
  });
});

const office = await promisify(execFile)('soffice', ['--version']).then(
  () => true,
  () => false,
);
if (!office) console.warn('LibreOffice is not installed: commented documents are not opened in it');

describe.skipIf(!office)('in LibreOffice', () => {
  let scratch: string;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'heshu-office-'));
  });
  afterAll(() => rm(scratch, { recursive: true }));

  it('commented documents read as before', { timeout: 120_000 }, async () => {
    const texts = async (of: ReadonlyMap<string, Uint8Array>, into: string): Promise<Map<string, string>> => {
      const out = join(scratch, into);
      await mkdir(out);
      for (const [name, bytes] of of) await writeFile(join(out, name), bytes);
      const paths = [...of.keys()].map((name) => join(out, name));
      const profile = `-env:UserInstallation=file://${join(scratch, 'profile')}`;
      await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, ...paths]);
      return new Map(
        await Promise.all(
          paths.map(
            async (path): Promise<[string, string]> => [path.slice(out.length), await readFile(path.replace(/docx$/, 'txt'), 'utf8')],
          ),
        ),
      );
    };
    expect(await texts(results, 'after')).toEqual(await texts(documents, 'before'));
  });
});

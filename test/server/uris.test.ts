import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../server/glob.ts';
import { comparable, joinUri, nameOf, parentOf } from '../../server/uris.ts';

describe('URIs', () => {
  it.each([
    ['file:///w/a/b.txt', 'file:///w/a'],
    ['file:///a', 'file:///'],
    ['file:///', undefined],
    ['vscode-test-web://mount/a', 'vscode-test-web://mount/'],
    ['untitled:Untitled-1', undefined],
  ])('the folder of %s is %s', (uri, folder) => expect(parentOf(uri)).toBe(folder));

  it.each([
    ['file:///w/a', '../上年', 'file:///w/%E4%B8%8A%E5%B9%B4'],
    ['file:///w', './b/c.csv', 'file:///w/b/c.csv'],
    ['file:///w', '/data', 'file:///data'],
    ['vscode-vfs://github/w', '基期', 'vscode-vfs://github/w/%E5%9F%BA%E6%9C%9F'],
  ])('%s and %s give %s', (folder, name, uri) => expect(joinUri(folder, name)).toBe(uri));

  it('are compared decoded', () => {
    expect(comparable('file:///c%3A/%E4%B8%8A')).toBe(comparable('file:///C:/上'));
    expect(nameOf('file:///w/%E4%B8%8A.txt')).toBe('上.txt');
  });
});

describe('globs of drafts', () => {
  it.each([
    ['稿件/**/*.txt', '稿件/a.txt', true],
    ['稿件/**/*.txt', '稿件/x/y/a.txt', true],
    ['稿件/*.txt', '稿件/x/a.txt', false],
    ['*.md', 'x/a.md', true],
    ['送审?.{txt,md}', '送审1.md', true],
    ['./稿件/a+b.txt', '稿件/a+b.txt', true],
    ['*.txt', 'a.txt.bak', false],
  ])('%s on %s: %s', (glob, path, matches) => expect(matchesGlob(path, glob)).toBe(matches));
});

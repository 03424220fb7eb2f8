import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { markedFigures } from './marked.ts';

interface Entry {
  id: string;
  reads: string[];
  'must-not-read'?: string[];
}

const folder = join(import.meta.dirname, '../../server/core/indicators/catalogue');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** The ids that the figures between « and » are bound to. */
const idsOf = (sentence: string): (string | undefined)[] => {
  const { expected, found } = markedFigures(sentence);
  return expected.map(
    (text) =>
      found.find((figure) => figure.text === text)?.claim.indicator?.id ??
      (found.some((figure) => figure.text === text) ? undefined : 'not found'),
  );
};

describe.each(files)('%s', (file) => {
  const entries = parse(readFileSync(join(folder, file), 'utf8')) as Entry[];
  for (const entry of entries) {
    it.each(entry.reads)(`${entry.id} reads %s`, (sentence) => {
      for (const id of idsOf(sentence)) expect(id).toBe(entry.id);
    });
    if (entry['must-not-read']) {
      it.each(entry['must-not-read'])(`${entry.id} must not read %s`, (sentence) => {
        for (const id of idsOf(sentence)) expect(id).not.toBe(entry.id);
      });
    }
  }
});

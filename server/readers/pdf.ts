import { getDocument } from 'unpdf/pdfjs';
import type { Text } from '../core/rules/rule.ts';
import { characterMaps } from './pdf/character-maps.ts';
import { dropRepeated } from './pdf/furniture.ts';
import { linesOf, type PageLine, type TextItem } from './pdf/lines.ts';
import { paragraphsOf } from './pdf/paragraphs.ts';
import { Unreadable } from './unreadable.ts';

const mostPages = 500;
/** The narrow blank that programs set between Chinese characters and numbers or Latin words. */
const setBlank = /(?<=[\u2e80-\u9fff\uff00-\uffef]) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=[\u2e80-\u9fff\uff00-\uffef])/g;

/**
 * The text layer of a PDF file, one line a paragraph; page numbers and what heads or foots every page are left out.
 * Throws `Unreadable`.
 */
export const readPdf = async (bytes: Uint8Array): Promise<{ text: string; note: Text | undefined }> => {
  // pdf.js takes the bytes for its own, and refuses Node's kind of them.
  const loading = getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: PackagedMaps,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise.catch((error: Error) => {
      throw new Unreadable(
        error.name === 'PasswordException'
          ? { zh: 'PDF 有密码，请取消密码后再核', en: 'the PDF file has a password: remove it' }
          : {
              zh: 'PDF 不完整或已损坏，请重新导出，或用 Word、WPS 文稿来核',
              en: 'the PDF file is incomplete or damaged: export it anew, or use the Word or WPS document',
            },
      );
    });
    const pages: PageLine[][] = [];
    const last = Math.min(document.numPages, mostPages);
    for (let number = 1; number <= last; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap((item): TextItem[] => ('str' in item ? [item] : []))));
      page.cleanup();
    }
    const text = paragraphsOf(dropRepeated(pages)).join('\n').replace(setBlank, '');
    if (!text.trim())
      throw new Unreadable({
        zh: 'PDF 没有文字（多半是扫描件），请识别成文字，或用 Word、WPS 文稿来核',
        en: 'the PDF file has no text, probably a scan: have its text recognised, or use the Word or WPS document',
      });
    const cut = { zh: `超过${mostPages}页，只读到第${mostPages}页`, en: `more than ${mostPages} pages: read up to there` };
    return { text, note: document.numPages > last ? cut : undefined };
  } finally {
    await loading.destroy();
  }
};

/** Where pdf.js looks for what it does not bring along; fonts to draw with are not needed. */
class PackagedMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const name = filename.replace(/\.bcmap$/, '');
    const packed = Object.hasOwn(characterMaps, name) ? characterMaps[name] : undefined;
    if (packed === undefined) throw new Error(`${filename} is not packaged`);
    return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  }
}

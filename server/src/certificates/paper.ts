// SPDX-License-Identifier: Apache-2.0
// A certificate as a PDF of one page. Chinese type: Noto Sans SC (OFL), of which only what is used goes into the file.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CertificateWhole } from '@lilong/contracts/certificates';
import type { Language } from '@lilong/contracts/identity';
import { speak } from '@lilong/contracts/words';
import { certificateEn } from '@lilong/contracts/words/en-certificates';
import { certificateZh } from '@lilong/contracts/words/zh-certificates';
import PDFDocument from 'pdfkit';
import { create } from 'qrcode';

const voices = { zh: speak('zh', certificateZh), en: speak('en', certificateEn) };
type Say = (key: keyof typeof certificateZh, facts?: Readonly<Record<string, string>>) => string;

const fonts = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
const fontAt = (weight: 'Regular' | 'Bold') =>
  join(dirname(fonts), `../fonts/NotoSansHans-${weight}.otf`);

const page = { size: 'A5', layout: 'landscape', margin: 36 } as const; // points
const ink = '#1f2a2e';
const quiet = '#5b6a70';
const seal = '#b3261e';
const codeWide = 118;

/** @returns the bytes of the file */
export async function paperOf(whole: CertificateWhole, language: Language): Promise<Buffer> {
  const isLetter = whole.text !== null;
  const doc = new PDFDocument({
    ...page,
    ...(isLetter ? ({ layout: 'portrait' } as const) : {}),
    info: { Title: whole.name, Author: whole.issuerName, Subject: whole.ref },
    lang: language === 'en' ? 'en' : 'zh-CN',
  });
  const pieces: Buffer[] = [];
  doc.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve) => doc.on('end', resolve));
  doc.registerFont('text', fontAt('Regular')).registerFont('head', fontAt('Bold'));
  const says: Say = (key, facts = {}) => voices[language]._(key, facts);
  if (isLetter) drawLetter(doc, whole, says);
  else draw(doc, whole, says);
  doc.end();
  await ended;
  return Buffer.concat(pieces);
}

function draw(doc: PDFKit.PDFDocument, whole: CertificateWhole, says: Say): void {
  const { left, right, top } = doc.page.margins;
  const wide = doc.page.width - left - right;
  drawHead(doc, whole);
  const lines: [string, string][] = [
    [says('certificate.holder'), whole.holderName],
    ...(whole.holderId === null
      ? []
      : ([[says('certificate.id'), whole.holderId]] as [string, string][])),
    ...whole.says.map(({ label, value }): [string, string] => [label, value]),
    [says('certificate.valid'), validOf(whole, says)],
    [says('certificate.no'), whole.ref],
  ];
  let y = top + 58;
  for (const [label, value] of lines) {
    doc.font('text').fontSize(10).fillColor(quiet).text(label, left, y, { width: 96 });
    const room = wide - 100 - codeWide - 16;
    doc
      .font('text')
      .fontSize(11)
      .fillColor(ink)
      .text(value, left + 100, y - 1, { width: room });
    y = Math.max(doc.y, y + 14) + 5;
  }
  drawCode(doc, whole, says, { x: left + wide - codeWide, y: top + 56 });
  drawIssuer(doc, whole, says);
}

function drawHead(doc: PDFKit.PDFDocument, { name }: CertificateWhole): void {
  const { left, right, top } = doc.page.margins;
  const wide = doc.page.width - left - right;
  doc
    .font('head')
    .fontSize(22)
    .fillColor(ink)
    .text(name, left, top + 6, { width: wide, align: 'center' });
  doc
    .moveTo(left, top + 44)
    .lineTo(left + wide, top + 44)
    .lineWidth(0.8)
    .strokeColor(ink)
    .stroke();
}

/** Exactly the text that was signed; a long one goes on overleaf. */
function drawLetter(doc: PDFKit.PDFDocument, whole: CertificateWhole, says: Say): void {
  const { left, right, top, bottom } = doc.page.margins;
  const wide = doc.page.width - left - right;
  drawHead(doc, whole);
  doc.font('text').fontSize(9).fillColor(quiet);
  doc.text(`${says('certificate.no')} ${whole.ref}`, left, top + 52, {
    ...{ width: wide, align: 'right' },
  });
  doc
    .fontSize(11.5)
    .fillColor(ink)
    .text('', left, top + 76);
  for (const [at, words] of (whole.text ?? '').split('\n').entries())
    doc.text(words, { ...{ width: wide, lineGap: 4, paragraphGap: 5 }, indent: at === 0 ? 0 : 23 });
  if (doc.y > doc.page.height - bottom - codeWide - 92) doc.addPage();
  drawIssuer(doc, whole, says);
  drawCode(doc, whole, says, { x: left, y: doc.page.height - bottom - codeWide - 80 });
}

const validOf = ({ on, to }: CertificateWhole, says: Say): string =>
  to === null ? says('certificate.from', { on }) : says('certificate.between', { on, to });

interface At {
  readonly x: number;
  readonly y: number;
}
/** The code leads to the page that checks it, with everything that is needed. */
function drawCode(
  doc: PDFKit.PDFDocument,
  { url }: CertificateWhole,
  says: Say,
  { x, y }: At,
): void {
  const { modules } = create(url, { errorCorrectionLevel: 'L' });
  const one = codeWide / modules.size;
  doc.fillColor('#000000');
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) doc.rect(x + column * one, y + row * one, one, one);
  doc.fill();
  const under = { width: codeWide, align: 'center' } as const;
  doc
    .font('text')
    .fontSize(8)
    .fillColor(quiet)
    .text(says('certificate.scan'), x, y + codeWide + 6, under);
}

/** Who issued it and when; of a demonstration 样章, which imitates no seal. */
function drawIssuer(doc: PDFKit.PDFDocument, whole: CertificateWhole, says: Say): void {
  const { left, right, bottom } = doc.page.margins;
  const wide = doc.page.width - left - right;
  const y = doc.page.height - bottom - 44;
  const end = { width: wide, align: 'right' } as const;
  doc
    .font('text')
    .fontSize(11)
    .fillColor(ink)
    .text(whole.issuerName, left, y, end)
    .text(whole.on, left, y + 18, end);
  if (!whole.sample) return;
  doc
    .lineWidth(1.2)
    .strokeColor(seal)
    .roundedRect(left, y - 4, 92, 40, 4)
    .stroke();
  doc
    .font('head')
    .fontSize(16)
    .fillColor(seal)
    .text(says('certificate.sample'), left, y + 6, { width: 92, align: 'center' });
  doc
    .font('text')
    .fontSize(8)
    .text(says('certificate.sample-means'), left + 100, y + 10, { width: 220 });
}

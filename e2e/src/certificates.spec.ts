// SPDX-License-Identifier: Apache-2.0
// 证照: granted on the phone, shown, checked by somebody who has not signed in, with the network cut, changed, and revoked.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, desktop, nowhere, phone, startDemo } from './demo.ts';
import { fineAtBoth } from './looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** 居住证明 for the resident of the landing page, decided by rule. Returns number of the certificate. */
const granted = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const me = await (await fetch('/api/me')).json();
    const ask = async (path: string, body: object) => {
      const headers = {
        'content-type': 'application/json',
        'x-csrf': String(me.me?.csrf ?? me.csrf),
      };
      const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(await reply.text());
      return reply.json();
    };
    const { questions } = await (await fetch('/api/affairs/items/S103')).json();
    const first = ([key, choices]: [string, { key: string }[]]) => [key, choices[0]?.key];
    const answers = Object.fromEntries(
      questions.map((one: { key: string; choices: { key: string }[] }) =>
        first([one.key, one.choices]),
      ),
    );
    const { ref, version, form } = await ask('/api/my/affairs', {
      item: 'S103',
      questions: answers,
    });
    const open = form.fields.filter(
      (one: { held: unknown; required: boolean }) => one.held === null && one.required,
    );
    const fields = Object.fromEntries(
      open.map(({ key, choices }: { key: string; choices: { key: string }[] | null }) => [
        ...[key, choices?.[0]?.key ?? '办事用'],
      ]),
    );
    const sent = await ask(`/api/my/affairs/${ref}/submit`, {
      version,
      fields,
      deliverBy: 'phone',
    });
    return String(sent.certificate);
  });

test('a certificate is shown by its holder, and checked by anybody, also when the network is cut', async () => {
  const holder = await demo.visit(phone, { as: 'resident', path: '/certificates' });
  await holder.page.getByRole('link', { name: /^居住证明/ }).waitFor(); // of weeks ago
  await fineAtBoth(holder.page);
  const ref = await granted(holder.page);
  await holder.page.goto('/affairs/mine');
  await holder.page
    .getByRole('link', { name: /居住证明/ })
    .first()
    .click();
  await holder.page.getByRole('link', { name: '看我的证照' }).click();
  await holder.page.getByRole('img', { name: '核验用的二维码' }).waitFor();
  await fineAtBoth(holder.page);
  const [saved] = await Promise.all([
    holder.page.waitForEvent('download'),
    holder.page.getByRole('button', { name: /PDF/ }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(`${ref}.pdf`);
  const token = await holder.page.evaluate(
    async (one) => (await (await fetch(`/api/my/certificates/${one}`)).json()).token as string,
    ref,
  );

  const anyone = await demo.visit(phone, { path: nowhere });
  const check = async (text: string) => {
    await anyone.page.goto(nowhere);
    await anyone.page.goto(`/check#${text}`);
  };
  await check(token);
  await anyone.page.getByRole('heading', { name: '真的，有效' }).waitFor();
  await fineAtBoth(anyone.page);
  const changed = token.replace(
    /^([^.]+\.)(.)/,
    (_, head, one) => head + (one === 'e' ? 'f' : 'e'),
  );
  await check(changed);
  await anyone.page.getByRole('heading', { name: /内容被改过|这不是证照/ }).waitFor();
  await anyone.page.evaluate(() => navigator.serviceWorker?.ready.then(() => true));
  await anyone.context.setOffline(true);
  await anyone.page.evaluate((one) => location.assign(`#${one}`), token);
  await anyone.page.getByText('现在没有网络，撤销情况只知道到').waitFor();
  await anyone.page.getByRole('heading', { name: '真的，有效' }).waitFor();
  await anyone.context.setOffline(false);

  const desk = await revoked(ref);
  await check(token);
  await anyone.page.getByRole('heading', { name: '已被撤销' }).waitFor();
  await fineAtBoth(anyone.page);
  await holder.page.reload();
  await holder.page.getByText('地址登记有误').waitFor();
  expect([...holder.faults, ...desk]).toEqual([]);
});

test('a letter is read, printed and kept by its person, and checked by anybody, its text too; a changed one is refused', async () => {
  const holder = await demo.visit(phone, { as: 'resident', path: '/certificates' });
  const { page } = holder;
  await page.getByRole('link', { name: /^居住证明 有效/ }).waitFor();
  const matter = await page.evaluate(async () => {
    const { certificates } = await (await fetch('/api/my/certificates')).json();
    return String(certificates.at(-1).matter);
  });
  await page.goto(`/affairs/mine/${matter}/receipt`);
  await page.getByRole('heading', { name: '准予决定书' }).waitFor();
  await page.getByRole('img', { name: '扫码核验真伪' }).waitFor();
  await fineAtBoth(page);
  await page.getByRole('link', { name: '核验码、PDF 和核验文件' }).click();
  await page.getByText('现决定准予').waitFor();
  await fineAtBoth(page);
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /PDF/ }).click(),
  ]);
  expect(paper.suggestedFilename()).toMatch(/^Q\d{9}-.*\.pdf$/);
  const token = await page.evaluate(async () => {
    const ref = location.pathname.split('/').at(-1);
    return (await (await fetch(`/api/my/certificates/${ref}`)).json()).token as string;
  });
  expect([...holder.faults, ...(await checkedByAnybody(token))]).toEqual([]);
});

/** The text stands there to be compared; another text is refused, and without one it says so, all with the network cut. */
async function checkedByAnybody(token: string): Promise<readonly string[]> {
  const { page, context, faults } = await demo.visit(phone, { path: `/check#${token}` });
  await page.getByRole('heading', { name: '真的，有效' }).waitFor();
  await page.getByText('现决定准予').waitFor();
  await fineAtBoth(page);
  await page.evaluate(() => navigator.serviceWorker?.ready.then(() => true));
  await context.setOffline(true);
  const [head, body, signature] = token.split('.');
  const other = Buffer.from('林桂英：\n现决定不予。').toString('base64url');
  const go = (one: string) => page.evaluate((hash) => location.assign(`#${hash}`), one);
  await go([head, body, signature, other].join('.'));
  await page.getByRole('heading', { name: '内容被改过' }).waitFor();
  await go([head, body, signature].join('.'));
  await page.getByText('码里没有全文').waitFor();
  await go(token);
  await page.getByText('现决定准予').waitFor();
  await context.setOffline(false);
  return faults;
}

/** Whoever leads the hall takes it back. Returns what went wrong on the page. */
async function revoked(ref: string): Promise<readonly string[]> {
  const desk = await demo.visit(desktop, { as: 'centre_manager', path: '/desk/certificates' });
  await desk.page.getByRole('searchbox').fill(ref);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('button', { name: '撤销' }).click();
  await desk.page.getByLabel('为什么撤销').fill('地址登记有误');
  await fineAtBoth(desk.page);
  await desk.page.locator('form').getByRole('button', { name: '撤销' }).click();
  await desk.page.getByText(`${ref} 已撤销。`).waitFor();
  return desk.faults;
}

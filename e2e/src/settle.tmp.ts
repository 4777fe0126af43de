import { type Demo, desktop, phone, settled, startDemo } from './demo.ts';
const demo: Demo = await startDemo();
const shots = [
  ['settle-lu', '/desk/settlement', 'centre_manager', desktop, '.settlement tbody th'],
  ['settle-phone', '/desk/settlement', 'centre_manager', phone, '.settlement tbody th'],
  ['settle-city', '/desk/settlement', 'city', desktop, '.settlement tbody th'],
  ['papers', '/desk/papers', 'counter_clerk', desktop, '.papers tbody tr'],
  ['papers-phone', '/desk/papers', 'counter_clerk', phone, '.papers tbody tr'],
] as const;
for (const [name, path, as, size, wait] of shots) {
  const { page } = await demo.visit(size, { as, path });
  await page.locator(wait).first().waitFor({ timeout: 30000 }).catch(() => console.log('none', name));
  if (name.startsWith('papers')) { await page.getByRole('checkbox').nth(1).check().catch(() => 0); }
  if (name === 'papers') await page.getByRole('button', { name: '交还本人' }).click().catch(() => 0);
  if (name === 'settle-lu') await page.getByRole('button', { name: '看编号' }).first().click().catch(() => 0);
  await settled(page);
  await page.screenshot({ path: `/tmp/lilong/city-${name}.png` });
}
await demo.close();

// SPDX-License-Identifier: Apache-2.0
import {
  actAs,
  decidePost,
  endPost,
  givePost,
  listColleagues,
  listStaff,
  whoAmI,
} from '@lilong/contracts/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCity, type City, type Person } from '../../test/city.ts';
import { refusal } from '../../test/refusal.ts';

let city: City;
let system: Person;
let safety: Person;
beforeAll(async () => {
  city = await aCity();
});
afterAll(() => city.close());
beforeEach(async () => {
  system = await city.person('许工', { as: 'system_admin', at: '南京东路街道' });
  safety = await city.person('郑安', { as: 'safety_admin', at: '南京东路街道' });
});

/** A proposal to make somebody a checker of 南京东路街道. */
async function checkerFor(holder: { readonly account: number }) {
  const grid = await city.organisation('南京东路街道城市运行管理中心');
  return {
    account: holder.account,
    role: 'checker' as const,
    organisation: grid.no,
    places: [(await city.place('南京东路街道')).no],
    validFrom: city.clock().toISOString(),
  };
}
const rolesOf = async (person: Person) =>
  ((await person.call(whoAmI, {})).me?.posts ?? []).map(({ role }) => role);

describe('a post', () => {
  test('is proposed by one administrator, approved by another, and then acted as', async () => {
    const wang = await city.person('王敏', { as: 'committee_worker' });
    const { post } = await system.call(givePost, await checkerFor(wang));
    expect(await rolesOf(wang)).toEqual(['committee_worker']);
    expect((await refusal(wang.call(actAs, { post }))).code).toBe('auth.no-such-post');

    await safety.call(decidePost, { post, approve: true });
    expect(await rolesOf(wang)).toEqual(['committee_worker', 'checker']);
    const me = await wang.call(actAs, { post });
    expect(me.post).toMatchObject({
      role: 'checker',
      organisationName: '南京东路街道城市运行管理中心（网格中心，示例）',
      places: [{ name: '南京东路街道', path: ['上海市', '黄浦区'] }],
    });
    expect((await wang.call(listColleagues, {})).people.map(({ role }) => role)).toContain(
      'dispatcher',
    );
  });

  test('that was refused gives nothing and is decided once', async () => {
    const wang = await city.person('王丽', { as: 'committee_worker' });
    const { post } = await system.call(givePost, await checkerFor(wang));
    await safety.call(decidePost, { post, approve: false, reason: '没有需要' });
    expect(await rolesOf(wang)).toEqual(['committee_worker']);
    const again = safety.call(decidePost, { post, approve: true });
    expect(await refusal(again)).toMatchObject({ status: 409, code: 'auth.decided' });
  });

  test('is never approved by whoever proposed or holds it', async () => {
    const wang = await city.person('王兰', { as: 'committee_worker' });
    const { post } = await system.call(givePost, await checkerFor(wang));
    expect((await refusal(system.call(decidePost, { post, approve: true }))).code).toBe(
      'auth.denied',
    );
    const own = await system.call(givePost, await checkerFor(safety));
    expect((await refusal(safety.call(decidePost, { post: own.post, approve: true }))).code).toBe(
      'auth.own-grant',
    );
    const other = await city.person('郑平', { as: 'safety_admin', at: '南京东路街道' });
    await other.call(decidePost, { post: own.post, approve: true });
    expect(await rolesOf(safety)).toEqual(['safety_admin', 'checker']);
  });

  test('that was proposed by mistake is withdrawn by its proposer, and by no peer', async () => {
    const wang = await city.person('王错', { as: 'committee_worker' });
    const input = { ...(await checkerFor(wang)), role: 'auditor' as const };
    const { post } = await system.call(givePost, input);
    const peer = await city.person('许邻', { as: 'system_admin', at: '南京东路街道' });
    const taking = (who: Person) => who.call(endPost, { post, reason: '派错了人' });
    expect((await refusal(taking(peer))).code).toBe('auth.denied');
    const { people } = await system.call(listStaff, { q: '王错' });
    expect(people[0]?.posts.at(-1)).toMatchObject({ status: 'proposed', can: { end: true } });
    await taking(system);
    expect((await refusal(safety.call(decidePost, { post, approve: true }))).code).toBe(
      'auth.decided',
    );
  });

  test('that is over cannot be approved any more, nor ended again', async () => {
    const wang = await city.person('王迟', { as: 'committee_worker' });
    const validTo = new Date(city.clock().getTime() + 1000).toISOString();
    const { post } = await system.call(givePost, { ...(await checkerFor(wang)), validTo });
    city.clock.advance(1000);
    const { people } = await safety.call(listStaff, { q: '王迟', waiting: true });
    expect(people).toEqual([]);
    for (const trying of [
      () => safety.call(decidePost, { post, approve: true }),
      () => system.call(endPost, { post, reason: '过期' }),
    ])
      expect((await refusal(trying())).code).toBe('auth.decided');
  });

  test('is not proposed for oneself', async () => {
    const proposing = system.call(givePost, await checkerFor(system));
    expect(await refusal(proposing)).toMatchObject({ status: 403, code: 'auth.own-grant' });
  });

  test('is proposed by nobody else', async () => {
    const wang = await city.person('王琴', { as: 'committee_worker' });
    const input = await checkerFor(wang);
    for (const as of ['dispatcher', 'street_leader', 'safety_admin', 'auditor', 'city'] as const) {
      const person = await city.person('某人', { as });
      expect((await refusal(person.call(givePost, input))).code, as).toBe('auth.denied');
    }
    const resident = await city.resident('林桂英');
    expect((await refusal(resident.call(givePost, input))).code).toBe('auth.denied');
    expect((await refusal(city.anyone().call(givePost, input))).code).toBe('auth.sign-in-first');
  });

  test('lies within what both administrators look after', async () => {
    const wang = await city.person('王霞', { as: 'committee_worker' });
    const bund = (await city.place('外滩街道')).no;
    const input = await checkerFor(wang);
    const beside = system.call(givePost, { ...input, places: [...input.places, bund] });
    expect((await refusal(beside)).code).toBe('auth.denied');
    const bureau = await city.organisation('黄浦区绿化和市容管理局（示例）');
    const above = system.call(givePost, {
      ...input,
      role: 'department_officer',
      organisation: bureau.no,
    });
    expect((await refusal(above)).code).toBe('auth.denied');

    const cityWide = await city.person('许总', { as: 'system_admin' });
    const { post } = await cityWide.call(givePost, {
      ...input,
      places: [...input.places, bund],
    });
    expect((await refusal(safety.call(decidePost, { post, approve: true }))).code).toBe(
      'auth.denied',
    );
    const above2 = await city.person('郑总', { as: 'safety_admin' });
    await above2.call(decidePost, { post, approve: true });
  });

  test('needs an organisation, places and a holder that exist, and a period with an end after its beginning', async () => {
    const wang = await city.person('王玲', { as: 'committee_worker' });
    const lin = await city.resident('林桂英');
    const input = await checkerFor(wang);
    const wrong: [Partial<typeof input> & { validTo?: string }, string, string][] = [
      [{ organisation: 999_999 }, 'found.nothing', 'organisation'],
      [{ places: [310101002999000] }, 'places.unknown', 'places'],
      [{ account: 999_999 }, 'found.nothing', 'account'],
      [{ account: lin.account }, 'found.nothing', 'account'],
      [{ validTo: input.validFrom }, 'input.invalid', 'validTo'],
    ];
    for (const [change, code, field] of wrong)
      expect(await refusal(system.call(givePost, { ...input, ...change }))).toMatchObject({
        code,
        field,
      });
  });

  test('begins and ends at its very moment', async () => {
    const wang = await city.person('王雪', { as: 'committee_worker' });
    const from = city.clock().getTime() + 3_600_000;
    const { post } = await system.call(givePost, {
      ...(await checkerFor(wang)),
      validFrom: new Date(from).toISOString(),
      validTo: new Date(from + 3_600_000).toISOString(),
    });
    await safety.call(decidePost, { post, approve: true });
    const acts = async () => (await wang.call(whoAmI, {})).me?.post?.no === post;
    city.clock.set(new Date(from - 1));
    expect((await refusal(wang.call(actAs, { post }))).code).toBe('auth.no-such-post');
    city.clock.set(new Date(from));
    await wang.call(actAs, { post });
    city.clock.set(new Date(from + 3_600_000 - 1));
    expect(await acts()).toBe(true);
    city.clock.set(new Date(from + 3_600_000));
    expect(await acts()).toBe(false);
    expect((await refusal(wang.call(listColleagues, {}))).code).toBe('auth.denied');
  });

  test('that is ended stops working at once, in every process', async () => {
    const zhou = await city.person('周婷', { as: 'dispatcher' });
    const other = await city.another();
    const there = zhou.at(other.host.http);
    await there.call(listColleagues, {});
    await system.call(endPost, { post: zhou.post ?? 0, reason: '调离' });
    expect((await refusal(zhou.call(listColleagues, {}))).code).toBe('auth.denied');
    await expect
      .poll(() =>
        there.call(listColleagues, {}).then(
          () => 'may',
          () => 'may not',
        ),
      )
      .toBe('may not');
    const again = system.call(endPost, { post: zhou.post ?? 0, reason: '调离' });
    expect((await refusal(again)).code).toBe('auth.decided');
  });

  test('leaves a line in the audit for each of its steps', async () => {
    const wang = await city.person('王燕', { as: 'committee_worker' });
    const { post } = await system.call(givePost, await checkerFor(wang));
    await refusal(system.call(decidePost, { post, approve: true }));
    await safety.call(decidePost, { post, approve: true });
    await safety.call(endPost, { post, reason: '调离' });
    const lines = await city.asOwner(
      'select account, act, outcome from kernel.audit where subject = $1 order by no',
      [`post:${post}`],
    );
    expect(lines).toEqual([
      { account: system.account, act: 'staff.post-proposed', outcome: 'done' },
      { account: safety.account, act: 'staff.post-approved', outcome: 'done' },
      { account: safety.account, act: 'staff.post-ended', outcome: 'done' },
    ]);
    const refused = await city.asOwner(
      "select outcome from kernel.audit where account = $1 and outcome <> 'done' and outcome <> 'read'",
      [system.account],
    );
    expect(refused).toEqual([{ outcome: 'auth.denied' }]);
  });
});

describe('the three administrators', () => {
  const kinds = ['system_admin', 'safety_admin', 'auditor'] as const;

  test('are three people', async () => {
    const above = await city.person('许总', { as: 'system_admin' });
    for (const holds of kinds)
      for (const role of kinds) {
        const holder = await city.person('某管理员', { as: holds });
        const office = await city.organisation('上海市城市运行管理中心（示例）');
        const giving = above.call(givePost, {
          account: holder.account,
          role,
          organisation: office.no,
          places: [office.place],
          validFrom: city.clock().toISOString(),
        });
        if (holds === role) await giving;
        else expect((await refusal(giving)).code, `${holds} + ${role}`).toBe('auth.roles-apart');
      }
  });

  test('cannot be made one by two proposals at once', async () => {
    const above = await city.person('许总', { as: 'system_admin' });
    const approver = await city.person('郑总', { as: 'safety_admin' });
    const wang = await city.person('王宁', { as: 'committee_worker' });
    const office = await city.organisation('上海市城市运行管理中心（示例）');
    const give = (role: 'auditor' | 'system_admin') =>
      above.call(givePost, {
        account: wang.account,
        role,
        organisation: office.no,
        places: [office.place],
        validFrom: city.clock().toISOString(),
      });
    const both = await Promise.allSettled([give('auditor'), give('system_admin')]);
    const made = both.filter((one) => one.status === 'fulfilled');
    expect(made).toHaveLength(1);
    await approver.call(decidePost, { post: made[0]?.value.post ?? 0, approve: true });
  });

  test('the system administrator does not end the posts of the other two', async () => {
    for (const as of kinds) {
      const holder = await city.person('某管理员', { as, at: '南京东路街道' });
      const ending = system.call(endPost, { post: holder.post ?? 0, reason: '试试' });
      expect((await refusal(ending)).code).toBe('auth.denied');
      await safety.call(endPost, { post: holder.post ?? 0, reason: '调离' });
    }
  });
});

describe('the list of staff', () => {
  test('holds those within, with what waits, and nothing about what anyone did', async () => {
    const wang = await city.person('王独一', { as: 'committee_worker' });
    const outside = await city.person('王独二', { as: 'committee_worker', at: '外滩街道' });
    await system.call(givePost, await checkerFor(wang));

    const auditor = await city.person('梁清', { as: 'auditor', at: '南京东路街道' });
    const found = await auditor.call(listStaff, { q: '王独' });
    expect(found).toMatchObject({ total: 1, people: [{ account: wang.account, locked: false }] });
    expect(found.people[0]?.posts.map(({ role, status }) => [role, status])).toEqual([
      ['committee_worker', 'approved'],
      ['checker', 'proposed'],
    ]);
    const waiting = await safety.call(listStaff, { waiting: true });
    expect(waiting.total).toBe(waiting.waiting);
    expect(waiting.people.map(({ account }) => account)).toContain(wang.account);

    const above = await city.person('许总', { as: 'system_admin' });
    expect(
      (await above.call(listStaff, { q: '王独' })).people.map(({ account }) => account),
    ).toEqual([wang.account, outside.account]);
    const dispatcher = await city.person('周婷', { as: 'dispatcher' });
    expect((await refusal(dispatcher.call(listStaff, {}))).code).toBe('auth.denied');
  });

  test('is read page by page, and found by office or login', async () => {
    const above = await city.person('许总', { as: 'system_admin' });
    const first = await above.call(listStaff, { q: '绿化和市容管理局' });
    expect(first.people).toHaveLength(Math.min(50, first.total));
    const rest = await above.call(listStaff, {
      q: '绿化和市容管理局',
      after: first.people.at(-1)?.account ?? 0,
    });
    expect(rest.people.map(({ account }) => account)).not.toEqual(
      expect.arrayContaining([first.people[0]?.account]),
    );
    const wang = await city.person('王登录', { as: 'committee_worker' });
    const byLogin = await above.call(listStaff, { q: wang.login?.toUpperCase() ?? '' });
    expect(byLogin.people.map(({ account }) => account)).toEqual([wang.account]);
  });
});

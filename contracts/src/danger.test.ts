// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { dangerIn } from './danger.ts';
import { dangerWords } from './danger-words.ts';

test.each([
  ['楼上着火了', 'fire'],
  ['3号楼冒浓烟，快来人！', 'fire'],
  ['电瓶车起火，楼道里全是烟', 'fire'],
  ['厨房烧起来了', 'fire'],
  ['刚才听到爆炸声，窗户都震碎了', 'fire'],
  ['隔壁 着火 了', 'fire'],
  ['消防通道被堵住了，现在楼里失火', 'fire'],
  ['The stairwell is on fire', 'fire'],
  ['垃圾桶在冒烟', 'fire'],
  ['楼道里有很重的煤气味', 'gas'],
  ['闻到煤气味，怕是哪家忘了关', 'gas'],
  ['燃气管子被挖断了在漏气', 'gas'],
  ['隔壁液化气瓶漏了', 'gas'],
  ['I can smell gas in the hallway', 'gas'],
  ['Strong gas smell on the stairs', 'gas'],
  ['gas is leaking beside gate 2', 'gas'],
  ['围墙塌了，压住了人', 'collapse'],
  ['工地的脚手架倒下来了', 'collapse'],
  ['有个小孩掉进河里了', 'water_or_pit'],
  ['有人落水', 'water_or_pit'],
  ['老人掉进没盖的窨井里了', 'water_or_pit'],
  ['有人要跳楼', 'suicide'],
  ['一个女孩坐在窗外哭，说不想活了', 'suicide'],
  ['楼下有人打架', 'violence'],
  ['邻居老公打人，女的喊救命', 'violence'],
  ['有个男的拿刀在门口转', 'violence'],
  ['听到隔壁打孩子打得厉害', 'violence'],
  ['My neighbour is being beaten by her husband', 'violence'],
  ['有人正在撬门', 'break_in'],
  ['陌生人闯进我家', 'break_in'],
  ['老伯伯在楼下晕倒了', 'medical'],
  ['阿婆摔了一跤起不来', 'medical'],
  ['有人触电倒在地上', 'medical'],
  ['孩子抽搐，口吐白沫', 'medical'],
  ['He is unconscious and not breathing', 'medical'],
  ['路灯杆漏电，狗碰到就叫', 'electricity'],
  ['电表箱里噼噼啪啪冒火花', 'electricity'],
  ['高压线断了挂在路上', 'electricity'],
  ['两个人困在电梯里出不来', 'lift'],
  ['电梯突然停了，里面关人了', 'lift'],
  ['恐怕是着火了，烟很大', 'fire'],
  ['主要是煤气味很重，睡不着', 'gas'],
  ['老人不小心跌倒骨折了', 'medical'],
  ['有没有人管啊着火了', 'fire'],
  ['阿婆没有呼吸了', 'medical'],
  ['孩子不小心掉进河里', 'water_or_pit'],
  ['电梯里关人了', 'lift'],
  ['Two people are stuck in the lift', 'lift'],
  ['我妈妈有老年痴呆，老人走失了', 'missing'],
  ['小孩在公园不见了', 'missing'],
] as const)('danger: %s → %s', (words, kind) => {
  expect(dangerIn(words, dangerWords)?.kind).toBe(kind);
});

test.each([
  '楼下烧烤店油烟太大',
  '夜排档烧烤冒烟，窗不能开',
  '灭火器过期了没人换',
  '煤气灶旁堆满了纸箱',
  '工人在阳台上打架子',
  '野猫半夜打架，吵得睡不着',
  '消防通道停满车，万一着火救火车进不来',
  '楼道堆杂物有火灾隐患',
  '电瓶车上楼充电，容易起火',
  '飞线充电怕着火',
  '上次着火烧黑的墙到现在没粉刷',
  '消防栓没有水，着火怎么办',
  '防火门关不上',
  '火车站附近的共享单车太多',
  '火锅店太吵',
  '落水管断了，雨水流到我家墙上',
  '窨井盖没了，当心有人掉进坑里',
  '小区门口窨井盖松了，差点掉进窨井',
  '水果店跳楼价大甩卖，喇叭太吵',
  '垃圾房没有被打扫干净',
  '单元门一直被打开没人关',
  '窗玻璃被打碎了',
  '打人工热线一直占线',
  '隔壁砍人家种的树',
  '居委会反家暴宣传栏坏了',
  '自行车轮胎漏气，想找个打气的地方',
  '空调漏气，能不能推荐维修',
  '煤气表漏抄了',
  '电梯坏了，老人困在家里下不了楼',
  '电梯经常困人，要求大修',
  '电梯噪音困扰我们半年了',
  '臭得快要晕倒了',
  '味道让人窒息',
  '家里的狗中毒了，怀疑有人投药',
  '防走失手环到哪里领',
  '井盖失踪好几天了',
  '弱电线掉下来了垂在路上',
  '漏电保护器老是跳',
  '路面有个大坑，电瓶车差点摔跤',
  '楼上漏水，天花板湿了一大片',
  '广场舞太吵，嗓子都喊得冒烟',
  '路灯不亮，走路怕摔',
  '煤气罐放在过道里，担心漏气',
  '我家楼上装修，声音跟爆炸一样',
  '没有着火，只是有点焦味',
  '小猫被关在里面出不来',
  'The fire extinguisher has expired',
  'The lift is out of order again',
  '',
])('no danger: %s', (words) => {
  expect(dangerIn(words, dangerWords)).toBeUndefined();
});

test('the worst comes first, and says whom to call in both languages', () => {
  const found = dangerIn('煤气泄漏，已经着火了，有人晕倒', dangerWords);
  expect(found).toMatchObject({ kind: 'fire', call: '119' });
  expect(found?.say.zh).toContain('119');
  expect(found?.say.en).toContain('119');
});

test('a second clause does not inherit the hedge of the first', () => {
  expect(dangerIn('怕吵，楼下着火了', dangerWords)?.kind).toBe('fire');
  expect(dangerIn('怕楼下着火', dangerWords)).toBeUndefined();
});

test('another list gives another answer', () => {
  expect(dangerIn('着火了', [])).toBeUndefined();
});

test.each(dangerWords.map((row) => [row.kind, row] as const))(
  'row %s can be read as a pattern and tells its number',
  (_, row) => {
    for (const word of [...row.words, ...row.unless, ...row.notAfter])
      expect(word).toMatch(/^[\p{L}\p{N} *]+$/u);
    expect(row.say.zh).toContain(row.call);
    expect(row.say.en).toContain(row.call);
    expect(row.source).toContain('示例');
  },
);

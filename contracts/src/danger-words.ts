// SPDX-License-Identifier: Apache-2.0
// Equal to data/danger-words.csv (a test compares them); here so that the phone needs no request to warn.
import type { DangerRow } from './danger.ts';

export const dangerWords: readonly DangerRow[] = [
  {
    kind: 'fire',
    call: '119',
    words:
      '着火|起火|失火|发生火灾|火灾了|烧起来|烧着了|浓烟|冒黑烟|冒烟|冒火|火苗|火势|火光|爆炸|爆燃|着起来|on fire|caught fire|house fire|is burning|flames|explosion|smoke coming|smoke from|thick smoke'.split(
        '|',
      ),
    unless:
      '烧烤*冒烟|烧烤*浓烟|烟囱*冒烟|烟囱*浓烟|香烟*冒烟|炒菜*冒烟|油烟|冒火星都没|着火点|着火过|起火过|着火怎么办|起火怎么办|爆炸头|像爆炸|跟爆炸|爆炸一样|嗓子*冒烟|口干*冒烟|喉咙*冒烟|没有着火|没着火|不是着火|没有起火|没有冒烟|没有发生火灾|冒火花|火灾隐患|起火隐患|着火隐患|引起火灾|引起着火|防着火|防起火|急得冒火|气得冒火|眼睛冒火|smoke from the barbecue|fire hazard'.split(
        '|',
      ),
    notAfter:
      '万一|怕|担心|容易|要是|如果|一旦|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|会不会|隐患|禁止|不要|模拟|演习|might|could|afraid|last year|in case'.split(
        '|',
      ),
    say: {
      zh: '像是着火了。先离开，关上门，别坐电梯，马上打 119。人安全了再报事。',
      en: 'This sounds like a fire. Leave, close the door behind you, do not take the lift, and call 119. Report here once you are safe.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'gas',
    call: '119',
    alsoCall: '962777',
    words:
      '煤气味|燃气味|天然气味|煤气的味|燃气的味|煤气*泄漏|燃气*泄漏|天然气*泄漏|液化气*泄漏|煤气*漏|燃气*漏|天然气*漏|液化气*漏|钢瓶*漏|漏煤气|漏燃气|漏天然气|漏气|瓦斯味|gas leak|smell gas|smell of gas|smells of gas|smells like gas|gas smell|gas is leaking|leaking gas'.split(
        '|',
      ),
    unless:
      '没有煤气味|没有燃气味|没有漏气|没漏气|不是漏气|不漏气|轮胎*漏气|车胎*漏气|空调*漏气|门窗*漏气|窗*漏气|皮球*漏气|气球*漏气|煤气*漏水|燃气*漏水|煤气*漏收|煤气*漏抄|燃气*漏抄|漏气检查|漏气报警器|泄漏报警器|泄漏演练|漏气怎么办'.split(
        '|',
      ),
    notAfter:
      '万一|怕|担心|容易|要是|如果|一旦|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|会不会|隐患|禁止|不要|模拟|演习|might|could|afraid|last year|in case'.split(
        '|',
      ),
    say: {
      zh: '像是漏气了。别开关电灯电器，别点火；开窗、关阀，人到屋外，再打 119。',
      en: 'This sounds like a gas leak. Touch no switch and light nothing. Open a window, close the valve, go outside, then call 119.',
    },
    source:
      '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码；962777（上海燃气热线）为一般知识，未核实',
  },
  {
    kind: 'collapse',
    call: '119',
    words:
      '房子*塌了|房子*倒了|楼板*塌|楼*塌了|墙*塌了|墙*压住|屋顶*塌|脚手架*倒|脚手架*塌|坍塌|倒塌|塌方|building collapsed|wall collapsed|roof collapsed|scaffolding fell'.split(
        '|',
      ),
    unless:
      '塌方量|信号塔倒塌演练|垃圾桶倒塌|纸箱*倒塌|快递*倒塌|自行车*倒塌|单车*倒塌|多米诺|倒塌的风险|坍塌的风险|倒塌风险|坍塌风险'.split(
        '|',
      ),
    notAfter:
      '万一|怕|担心|容易|要是|如果|一旦|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|会不会|隐患|禁止|不要|模拟|演习|快要|might|could|afraid'.split(
        '|',
      ),
    say: {
      zh: '像是房屋塌了。离开那里，叫别人也别靠近，马上打 119。',
      en: 'This sounds like a collapse. Get away, keep others away, and call 119.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'water_or_pit',
    call: '119',
    words:
      '落水|掉进河|掉到河|掉河里|跌进河|溺水|沉下去了|掉进*窨井|掉到*窨井|掉进*井里|掉进*坑里|跌进*井|跌进*坑|drowning|fell into the river|fell in the river|fell into a manhole'.split(
        '|',
      ),
    unless:
      '落水管|落水口|落水斗|落水沟|雨落水|手机*掉|钥匙*掉|垃圾*掉|东西*掉|衣服*掉|树枝*掉|球*掉|猫*掉|小狗*掉|防溺水|溺水宣传|溺水警示|掉进我家|车轮*掉进|轮子*掉进'.split(
        '|',
      ),
    notAfter:
      '万一|怕|担心|容易|要是|如果|一旦|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|会不会|隐患|禁止|不要|模拟|演习|当心|差点|险些|might|could|afraid|almost|nearly'.split(
        '|',
      ),
    say: {
      zh: '有人落水或掉进坑里了吗？别跳下去救，大声叫人，扔能浮的东西，马上打 119。',
      en: 'Has someone fallen into water or a pit? Do not go in after them. Shout for help, throw something that floats, and call 119.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'suicide',
    call: '110',
    words:
      '跳楼|要往下跳|想往下跳|轻生|自杀|割腕|寻短见|不想活|跳河|跳江|跳桥|站在楼顶边|坐在楼顶边|坐在窗外|站在窗外|爬到窗外|翻出栏杆|suicide|kill herself|kill himself|jump off|jump from the roof|about to jump'.split(
        '|',
      ),
    unless:
      '跳楼价|跳楼甩卖|跳楼大甩卖|跳楼清仓|跳楼机|跳楼促销|预防自杀|自杀干预|自杀热线|窗外的|站在窗外花坛|热得不想活|跳河里游泳|跳河游泳|跳河里洗澡'.split(
        '|',
      ),
    notAfter: '以前|去年|前年|上次'.split('|'),
    say: {
      zh: '有人可能要寻短见。先稳住他，别刺激他，别离开，马上打 110。',
      en: 'Someone may be about to harm themselves. Stay, speak calmly, and call 110 now.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'violence',
    call: '110',
    words:
      '打架|打人|打起来|持刀|拿刀|动刀|砍人|捅人|斗殴|群殴|殴打|家暴|打老婆|老公打|老婆被打|动手打|打孩子|打小孩|打得*血|被打|要杀|杀人|抢劫|绑架|强奸|猥亵|喊救命|叫救命|救命啊|with a knife|being beaten|beating his|beating her|domestic violence|is fighting|are fighting|attacked|robbed|robbery|screaming for help'.split(
        '|',
      ),
    unless:
      '没有打架|没打架|没有打人|没打人|不是打架|没有动手|打架子|猫*打架|狗*打架|鸽子*打架|鸟*打架|眼皮打架|打架鱼|拨打人工|打人工|打人行道|打人防|被打扫|被打开|被打断|被打碎|被打破|被打掉|被打洞|被打上|被打湿|被打包|被打烂|被打印|被打理|被打通|被打穿|被打造|被打回|被打磨|砍人家|拿刀*树|拿刀*草|拿刀*菜|拿刀片|拿刀刮|反家暴|家暴宣传|家暴讲座|防家暴|救命通道|吓死人|要杀虫|要杀价|要杀菌|要杀鸡|要杀毒|电脑杀|打孩子主意|打孩子们的电话|cats are fighting|dogs are fighting'.split(
        '|',
      ),
    notAfter:
      '怕|担心|容易|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|如果|万一|不要|禁止'.split(
        '|',
      ),
    say: {
      zh: '有人可能正受伤害。先保护自己，离远一点，马上打 110。',
      en: 'Someone may be getting hurt. Keep yourself safe, keep your distance, and call 110 now.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'break_in',
    call: '110',
    words:
      '撬门|撬锁|入室|闯进|翻窗进|爬窗进|小偷进|贼进|抢包|正在偷|在偷东西|breaking in|broke into|burglar|thief inside'.split(
        '|',
      ),
    unless:
      '入室装修|入室检查|入室登记|入室走访|入室维修|老鼠*闯进|野猫*闯进|狗*闯进|猫*闯进|自己撬|物业撬|车*闯进|电瓶车*闯进|非机动车闯进|闯进绿化'.split(
        '|',
      ),
    notAfter: '怕|担心|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|如果|万一'.split('|'),
    say: {
      zh: '像是有贼或有人硬闯。别正面拦，躲到安全的地方，马上打 110。',
      en: 'This sounds like a break-in. Do not confront anyone. Go somewhere safe and call 110.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'medical',
    call: '120',
    words:
      '晕倒|昏倒|昏迷|昏过去|没有呼吸|没呼吸|没气了|不省人事|叫不醒|心脏病发|心脏病犯|心梗|脑溢血|中风了|突然中风|抽搐|口吐白沫|大出血|血流不止|流血不止|流了很多血|摔*起不来|摔*不能动|摔*动不了|摔*骨折|跌*骨折|倒地不起|倒在地上不动|中毒|休克|窒息|噎住|触电|要生了|羊水破|unconscious|not breathing|heart attack|having a stroke|bleeding heavily|collapsed on the|seizure|electric shock|choking'.split(
        '|',
      ),
    unless:
      '没有晕倒|没晕倒|没有昏迷|没有骨折|没有触电|没有中毒|电脑*中毒|手机*中毒|防中毒|中毒演练|臭*晕倒|熏*晕倒|气*晕倒|臭*昏|熏*昏|吵*昏|令人窒息|让人窒息|味道*窒息|要窒息了|窒息感|皮球*没气|轮胎*没气|车胎*没气|车子*没气|煤气*没气|燃气*没气|灶*没气|触电危险|当心触电|防触电|触电警示|闹钟叫不醒|叫不醒装睡|狗*中毒|猫*中毒|花草*中毒|气球没气'.split(
        '|',
      ),
    notAfter:
      '万一|怕|担心|容易|要是|如果|一旦|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|会不会|隐患|禁止|不要|模拟|演习|当心|差点|might|could|afraid'.split(
        '|',
      ),
    say: {
      zh: '有人病倒或受重伤了吗？马上打 120，说清地点，别搬动他，派人到路口接车。',
      en: 'Is someone badly ill or hurt? Call 120 now, say where, do not move them, and send someone to meet the ambulance.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'electricity',
    call: '119',
    alsoCall: '95598',
    words:
      '漏电|电线*火花|电线*冒火|电箱*火花|电表*火花|电表箱*火花|插座*火花|冒火花|高压线*断|高压线*掉|电线断*地上|电线掉*地上|电线掉*水里|被电到|被电了|电到人|电麻了|live wire|sparks|sparking|got shocked|power line down|power line fell'.split(
        '|',
      ),
    unless:
      '没有漏电|不漏电|防漏电|漏电保护|漏电开关|漏电检测|弱电线*掉|充电线掉|被电到期|被电了电话|焊*火花|切割*火花|电焊*火花|烟花|sparks from the barbecue'.split(
        '|',
      ),
    notAfter:
      '万一|怕|担心|容易|要是|如果|一旦|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|会不会|隐患|禁止|不要|模拟|演习|当心|差点|might|could|afraid'.split(
        '|',
      ),
    say: {
      zh: '可能带电。别碰，别踩水，离开八米以上，叫别人也别靠近，马上打 119；有人触电再打 120。',
      en: 'It may be live. Touch nothing, stay out of water, keep 8 metres away and keep others away. Call 119, and 120 if anyone was shocked.',
    },
    source:
      '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码；95598（国家电网服务热线）与八米为一般知识，未核实',
  },
  {
    kind: 'lift',
    call: '119',
    words:
      '困在电梯|关在电梯|卡在电梯|困电梯|被困在轿厢|电梯*困住|电梯*困了|电梯*困人|电梯*关人|电梯里*出不来|电梯里*出不去|关人了|困在里面|关在里面|电梯*坠落|电梯*往下掉|trapped in the lift|trapped in the elevator|stuck in the lift|stuck in the elevator'.split(
        '|',
      ),
    unless:
      '没有困人|猫*困在里面|狗*困在里面|猫*关在里面|狗*关在里面|车*困在里面|困在家|困在楼上|困住在家|困扰|困难|手机*电梯|电梯困人率|电梯困人演练|电梯*往下掉漆|广告*往下掉'.split(
        '|',
      ),
    notAfter:
      '万一|怕|担心|容易|要是|如果|一旦|防止|避免|上次|上个月|上周|去年|前年|以前|曾经|前几天|会不会|隐患|禁止|不要|模拟|演习|经常|老是|常常|多次|总是|三天两头|can be|often'.split(
        '|',
      ),
    say: {
      zh: '有人关在电梯里了吗？按轿厢里的警铃，别扒门，别跳，等人来；没人应就打 119。',
      en: 'Is someone stuck in a lift? Press the alarm inside, do not force the door, and wait. If nobody answers, call 119.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
  {
    kind: 'missing',
    call: '110',
    words:
      '孩子*走失|小孩*走失|孩子*走丢|小孩*走丢|孩子*不见了|小孩*不见了|老人*走失|老人*走丢|爷爷*走丢|奶奶*走丢|奶奶*走失|爷爷*走失|阿婆*走失|阿婆*走丢|失踪|被拐|child is missing|missing child|lost child|son is missing|daughter is missing|missing person'.split(
        '|',
      ),
    unless:
      '防走失|走失手环|走丢了一只|走丢了一个书包|小猫*走失|小狗*走失|猫*不见了|狗*不见了|孩子的*不见了|小孩的*不见了|孩子玩具*不见了|防走丢|被拐弯|井盖失踪|快递失踪|失踪的井盖|老人卡*走失'.split(
        '|',
      ),
    notAfter: '怕|担心|容易|防止|避免|以前|去年|前年|上次|如果|万一'.split('|'),
    say: {
      zh: '人走失了吗？不用等 24 小时，马上打 110，说清衣着、去向，再在这里报事，我们一起找。',
      en: 'Is someone missing? There is no need to wait 24 hours. Call 110 with clothes and direction, then report here so that we can help.',
    },
    source: '示例（里弄自拟，2026-11）；110、119、120 为全国统一号码',
  },
];

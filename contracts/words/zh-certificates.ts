// SPDX-License-Identifier: Apache-2.0
/** 电子证照, as the server prints them. */
export const certificateZh = {
  'certificate.holder': '持有人',
  'certificate.id': '证件号码',
  'certificate.valid': '有效期',
  'certificate.from': '{on} 起，长期有效',
  'certificate.between': '{on} 至 {to}',
  'certificate.no': '编号',
  'certificate.scan': '扫码核验真伪，不用登录',
  'certificate.sample': '样章',
  'certificate.sample-means': '演示用，不能证明任何事情',
} as const;

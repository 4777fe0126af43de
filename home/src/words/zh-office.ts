// SPDX-License-Identifier: Apache-2.0
// 关于、意见: they come with their pages.
export const officeZh = {
  'about.lead': '里弄是{city}的社区治理云：把身边的事报上来，看着它办好。',
  'about.unit': '部署单位',
  'about.filing': '备案号',
  'about.not-filed': '还没有备案',
  'about.version': '版本',
  'about.hotline': '市民热线',
  'about.privacy': '个人信息联系人',
  'about.licence': '许可',
  'about.interfaces': '开放接口',
  'about.docs': '接口说明',
  'about.data': '您的信息',
  'about.data-what':
    '报事时的姓名、电话只有受理的街道看得到，别人要看得写明用途，并留下记录。照片里的拍摄位置会去掉。手机里只存没写完和没送出的内容。',
  'about.complain': '提意见',
  'feedback.what': '对这个网站本身的投诉、建议，或者用着不方便的地方。身边的事请用报事。',
  'feedback.kind': '哪一种',
  'feedback.complaint': '投诉',
  'feedback.suggestion': '建议',
  'feedback.accessibility': '用着不方便',
  'feedback.words': '想说什么',
  'feedback.contact': '怎么联系您',
  'feedback.thanks': '收到了，谢谢',
  'feedback.no': '意见编号 {no}。',
} as const;

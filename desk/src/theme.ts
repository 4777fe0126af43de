// SPDX-License-Identifier: Apache-2.0
import type { ThemeConfig } from 'antd';

/** The identity of ui/src/tokens.css, said to Ant Design: brick acts, slate builds, river links. No blue of its own. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#a6432e',
    colorPrimaryHover: '#86321f',
    colorPrimaryActive: '#6d2817',
    colorLink: '#285b7a',
    colorLinkHover: '#1d4661',
    colorInfo: '#285b7a',
    colorSuccess: '#2f6b46',
    colorWarning: '#8a5a00',
    colorError: '#a8201a',
    colorTextBase: '#1f2421',
    colorText: '#1f2421',
    colorTextSecondary: '#4c5552',
    colorTextTertiary: '#626c68',
    colorTextQuaternary: '#626c68',
    colorTextPlaceholder: '#626c68',
    colorTextDisabled: '#626c68',
    colorBgLayout: '#f6f4ef',
    colorBgContainer: '#ffffff',
    colorBorder: '#8b928e',
    colorBorderSecondary: '#dedbd3',
    controlOutline: 'rgb(40 91 122 / 0.22)',
    borderRadius: 8,
    controlHeight: 40,
    fontSize: 15,
    fontFamily:
      '"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif',
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Select: { optionSelectedBg: '#e9edeb', optionActiveBg: '#f1f0eb' },
    Table: { headerBg: '#f1f0eb', headerColor: '#4c5552', cellPaddingBlock: 10 },
  },
};

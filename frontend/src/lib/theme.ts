import { theme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark' | 'system';

const storageKey = 'education.appearance';
const listeners = new Set<() => void>();
const darkQuery = '(prefers-color-scheme: dark)';

function stored(): Appearance {
  const value = localStorage.getItem(storageKey);
  return value === 'dark' || value === 'system' ? value : 'light';
}

function isDark(): boolean {
  const wanted = stored();
  return wanted === 'dark' || (wanted === 'system' && window.matchMedia(darkQuery).matches);
}

export function setAppearance(appearance: Appearance): void {
  localStorage.setItem(storageKey, appearance);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(darkQuery);
  listeners.add(listener);
  media.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', listener);
  };
}

export function useAppearance(): { appearance: Appearance; dark: boolean } {
  return {
    appearance: useSyncExternalStore(subscribe, stored),
    dark: useSyncExternalStore(subscribe, isDark),
  };
}

const fontFamily =
  "'Segoe UI Variable Text', 'Segoe UI', 'Noto Sans', Roboto, system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif";

/* Sky blue of the flag, deepened until white text on it reads (5.0:1); gold only as a line. The same values stand in styles.css. */
const light: ThemeConfig = {
  token: {
    colorPrimary: '#007a8f',
    colorInfo: '#007a8f',
    colorLink: '#006b7d',
    colorLinkHover: '#00505e',
    colorSuccess: '#2b7a3f',
    colorWarning: '#96610a',
    colorError: '#b3261e',
    colorInfoBg: '#eaf6f8',
    colorInfoBorder: '#a9d8e1',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#eec1bc',
    colorWarningBg: '#fdf6e7',
    colorWarningBorder: '#e8cf98',
    colorSuccessBg: '#edf7ef',
    colorSuccessBorder: '#b3d9bc',
    colorText: '#16303a',
    colorTextSecondary: '#4b626c',
    colorTextTertiary: '#5c727b',
    colorTextPlaceholder: '#66797f',
    colorTextDescription: '#4b626c',
    colorBorder: '#b9c8ce',
    colorBorderSecondary: '#dfe7ea',
    colorBgLayout: '#f3f7f8',
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    colorPrimary: '#1e93a8',
    colorInfo: '#1e93a8',
    colorLink: '#6fd0e0',
    colorLinkHover: '#a3e4ef',
    colorBgBase: '#0f1d23',
    colorBgLayout: '#0b161b',
    colorBgContainer: '#13252c',
    colorBgElevated: '#182e37',
    colorText: '#e6f0f3',
    colorTextSecondary: '#b4c6cd',
    colorTextTertiary: '#9bb0b8',
    colorTextPlaceholder: '#8fa5ad',
    colorBorder: '#3c5660',
    colorBorderSecondary: '#24404a',
  },
};

const shared: ThemeConfig = {
  token: {
    fontFamily,
    fontSize: 15,
    borderRadius: 8,
    borderRadiusLG: 12,
    controlHeight: 38,
    wireframe: false,
    // An animation that is cut short never ends: a button answered at once went on saying that it loads.
    motion: false,
  },
  components: {
    Table: {
      headerBg: 'transparent',
      headerSortActiveBg: 'transparent',
      headerSortHoverBg: 'transparent',
      bodySortBg: 'transparent',
      headerSplitColor: 'transparent',
      cellPaddingBlock: 12,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
  },
};

export function themeConfig(isDarkNow: boolean): ThemeConfig {
  const base = isDarkNow ? dark : light;
  return { ...shared, ...base, token: { ...shared.token, ...base.token } };
}

import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { applyLanguage, isLanguage, type Language } from './language';

interface Bundle {
  antd: Locale;
  texts: Record<string, string>;
}

/* One chunk a language: the texts of all features, the locale of the components, the calendar. Only the chosen one is loaded. */
const bundles: Record<Language, () => Promise<{ bundle: Bundle }>> = {
  kk: () => import('../texts/kk'),
  ru: () => import('../texts/ru'),
  en: () => import('../texts/en'),
};

const componentLocales: Partial<Record<Language, Locale>> = {};

async function load(language: Language): Promise<void> {
  if (componentLocales[language]) return;
  const { bundle } = await bundles[language]();
  i18next.addResourceBundle(language, 'translation', bundle.texts);
  componentLocales[language] = bundle.antd;
}

/** Starts the texts. Keys are flat (`registry.institutions.title`), arguments stand in single braces as on the server. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: {},
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    react: { useSuspense: false },
  });
  await load(language);
  applyLanguage(language, false);
  await i18next.changeLanguage(language);
}

export async function setLanguage(language: Language): Promise<void> {
  await load(language);
  applyLanguage(language, true);
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

export interface LanguageState {
  language: Language;
  locale: Locale | undefined;
  setLanguage: (language: Language) => void;
}

export function useLanguage(): LanguageState {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'kk';
  const change = useCallback((next: Language) => void setLanguage(next), []);
  return { language, locale: componentLocales[language], setLanguage: change };
}

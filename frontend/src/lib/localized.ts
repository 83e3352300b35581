import { currentLanguage, type Language } from './language';

/** A name in three languages, as the API gives it; the English one may be missing. */
export interface LocalizedText {
  kk: string;
  ru: string;
  en?: string | null;
}

/** An act is cited in Kazakh and, after « / », in Russian; the reader gets his half. */
export function cited(act: string, language: Language = currentLanguage()): string {
  const [kk = '', ru = kk] = act.split(' / ');
  return language === 'kk' ? kk : ru;
}

/** The name in the language of the interface, else in Kazakh. */
export const localized = (text: LocalizedText, language: Language = currentLanguage()): string => text[language] || text.kk;

import { currentLanguage, type Language } from './language';

/** A name in three languages, as the API gives it; the English one may be missing. */
export interface LocalizedText {
  kk: string;
  ru: string;
  en?: string | null;
}

/** The name in the language of the interface, else in Kazakh. */
export const localized = (text: LocalizedText, language: Language = currentLanguage()): string => text[language] || text.kk;

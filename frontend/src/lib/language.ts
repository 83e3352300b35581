/** The languages of the product; Kazakh, the state language, comes first and is the default. */
export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** Every language named in itself, as the switch shows it. */
export const languageNames: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

const storageKey = 'education.language';
let current: Language = 'kk';

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language wanted by the address, else by the last choice on this machine, else Kazakh. */
export function preferredLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : 'kk';
}

export function currentLanguage(): Language {
  return current;
}

/** False until somebody has chosen a language here; then the language of the account counts. */
export function hasChosenLanguage(search: URLSearchParams): boolean {
  return localStorage.getItem(storageKey) !== null || search.has('lang');
}

export function applyLanguage(language: Language, remember: boolean): void {
  current = language;
  if (remember) localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
}

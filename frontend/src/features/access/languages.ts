import type { Language } from '../../lib/language';

/** Every language by its own name. */
export const languageOptions: { value: Language; label: string }[] = [
  { value: 'kk', label: 'Қазақша' },
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
];

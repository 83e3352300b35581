import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../lib/i18n';
import { languageNames, languages, type Language } from '../lib/language';

/** Three languages in sight: nobody should have to search for his own. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, setLanguage } = useLanguage();
  const [, setSearch] = useSearchParams();

  const choose = (next: Language) => {
    setLanguage(next);
    setSearch(
      (current) => {
        const search = new URLSearchParams(current);
        search.set('lang', next);
        return search;
      },
      { replace: true },
    );
  };

  return (
    <div className="language" role="group" aria-label={t('app.language')}>
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={languageNames[code]}
          aria-label={languageNames[code]}
          aria-pressed={code === language}
          onClick={() => choose(code)}
        >
          {{ kk: 'Қаз', ru: 'Рус', en: 'Eng' }[code]}
        </button>
      ))}
    </div>
  );
}

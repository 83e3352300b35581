import { useEffect } from 'react';
import { Outlet, ScrollRestoration, useNavigation, useSearchParams } from 'react-router';
import { useLanguage } from '../../lib/i18n';
import { isLanguage } from '../../lib/language';

/** Around everything: the language follows the address, a thin line shows that the next page is on its way. */
export function Root() {
  const { state } = useNavigation();
  const [search] = useSearchParams();
  const { language, setLanguage } = useLanguage();
  const asked = search.get('lang');

  useEffect(() => {
    if (isLanguage(asked) && asked !== language) setLanguage(asked);
    // Only a change of the address switches; the switch itself writes the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);

  return (
    <>
      {state === 'loading' && <div className="loading-line" />}
      <Outlet />
      <ScrollRestoration getKey={(location) => location.pathname} />
    </>
  );
}

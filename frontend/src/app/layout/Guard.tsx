import { Navigate, Outlet, useLocation, useMatches } from 'react-router';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useCan, useSession } from '../../api/session';
import type { RouteHandle } from '../../lib/feature';
import { withContext } from '../../lib/context';
import { Starting } from './Starting';

/** Who is not signed in goes to the sign-in and comes back to the same address. */
export function Guard() {
  const session = useSession();
  const { pathname, search } = useLocation();

  if (session.isPending) return <Starting />;
  if (session.isError) {
    return (
      <main className="alone">
        <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (!session.data.authenticated) {
    const back = pathname + search;
    const to = withContext(back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`, langOnly(search));
    return <Navigate to={to} replace />;
  }
  return <Outlet />;
}

function langOnly(search: string): string {
  const lang = new URLSearchParams(search).get('lang');
  return lang === null ? '' : `lang=${lang}`;
}

/** May the user open the matched routes, and do they depend on year and territory? */
export function useRouteHandles(): { allowed: boolean; context: boolean } {
  const can = useCan();
  const handles = useMatches().map((match) => match.handle as RouteHandle | undefined);
  return {
    allowed: handles.every((handle) => can(handle?.permission)),
    context: handles.every((handle) => handle?.context !== false),
  };
}

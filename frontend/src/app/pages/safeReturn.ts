/** The page to come back to after the sign-in: only a path of this application, never a foreign address. */
export function safeReturn(asked: string | null): string {
  if (asked === null || !/^\/(?![/\\])/.test(asked) || asked.startsWith('/sign-in')) return '/';
  const url = new URL(asked, window.location.origin);
  return url.origin === window.location.origin ? url.pathname + url.search + url.hash : '/';
}

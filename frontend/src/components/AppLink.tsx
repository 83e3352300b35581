import { Link, type LinkProps } from 'react-router';
import { useContextPath } from '../lib/context';

/** A link that carries the year, territory and language of the present page along. */
export function AppLink({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  const contextPath = useContextPath();
  return <Link to={contextPath(to)} {...rest} />;
}

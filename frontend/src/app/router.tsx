import { createBrowserRouter, type RouteObject } from 'react-router';
import { pageRoute } from '../lib/feature';
import { features } from './features';
import { Guard } from './layout/Guard';
import { Root } from './layout/Root';
import { Starting } from './layout/Starting';
import { ErrorPage } from './pages/ErrorPage';

const signIn = pageRoute('/sign-in', () => import('./pages/SignInPage').then((m) => m.SignInPage));
const notFound = pageRoute('*', () => import('./pages/NotFoundPage').then((m) => m.NotFoundPage), { context: false });
const home: RouteObject = {
  index: true,
  lazy: async () => ({ Component: (await import('./pages/HomePage')).HomePage }),
};

export const routes: RouteObject[] = [
  {
    element: <Root />,
    hydrateFallbackElement: <Starting />,
    errorElement: <ErrorPage />,
    children: [
      signIn,
      ...features.flatMap((feature) => feature.publicRoutes ?? []),
      {
        element: <Guard />,
        // The frame is loaded apart from the pages, so the sign-in does not wait for it.
        children: [
          {
            lazy: async () => ({ Component: (await import('./layout/AppLayout')).AppLayout }),
            children: [
              {
                errorElement: <ErrorPage inside />,
                children: [home, ...features.flatMap((feature) => feature.routes), notFound],
              },
            ],
          },
        ],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);

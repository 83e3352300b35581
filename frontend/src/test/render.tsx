import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App as AntdApp, ConfigProvider } from 'antd';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { createQueryClient } from '../app/queryClient';

/** Shows routes at an address, as the application would; `search()` tells what stands in the address. */
export function renderRoutes(routes: RouteObject[], at: string) {
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const view = render(
    <ConfigProvider theme={{ token: { motion: false } }}>
      <AntdApp>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>,
  );
  return {
    ...view,
    router,
    path: () => router.state.location.pathname,
    search: () => Object.fromEntries(new URLSearchParams(router.state.location.search)),
  };
}

export const renderPage = (element: ReactElement, at = '/') => renderRoutes([{ path: '*', element }], at);

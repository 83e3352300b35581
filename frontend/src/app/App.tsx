import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import { StrictMode, useEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { useLanguage } from '../lib/i18n';
import { themeConfig, useAppearance } from '../lib/theme';
import { createQueryClient } from './queryClient';
import { createRouter } from './router';

export function App() {
  const { locale } = useLanguage();
  const { dark } = useAppearance();
  const [client] = useState(createQueryClient);
  const [router] = useState(createRouter);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);

  return (
    <StrictMode>
      <ConfigProvider locale={locale} theme={themeConfig(dark)}>
        <AntdApp>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntdApp>
      </ConfigProvider>
    </StrictMode>
  );
}

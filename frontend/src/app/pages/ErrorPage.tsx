import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Empty } from '../../components/Empty';
import { Page } from '../../components/Page';

/** A page that failed to load is usually a new version on the server; anything else is a fault of ours. */
function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|preload/i.test(error.message);
}

export function ErrorPage({ inside }: { inside?: boolean }) {
  const { t } = useTranslation();
  const outdated = isLoadFailure(useRouteError());
  const page = (
    <Page title={outdated ? t('error.outdated') : t('error.title')}>
      <Empty
        icon={<WarningOutlined />}
        title={outdated ? t('error.outdated.text') : t('error.text')}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </Button>
        }
      />
    </Page>
  );
  return inside ? page : <main className="alone">{page}</main>;
}

import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiDownload, type Params } from '../api/client';
import { asProblem } from '../api/problem';
import { problemText } from './ProblemAlert';

export interface ExportButtonProps {
  url: string;
  params?: Params;
  /** File name when the server gives none. */
  fileName?: string;
  /** By default "Download". */
  label?: string;
}

/** Downloads a file of the API, e.g. in the `exportSlot` of a `DataTable`. */
export function ExportButton({ url, params, fileName, label }: ExportButtonProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      await apiDownload(url, params, fileName);
    } catch (error) {
      void message.error(problemText(asProblem(error), t).title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden="true" />} loading={busy} onClick={() => void download()}>
      {label ?? t('action.download')}
    </Button>
  );
}

import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiDownload, apiPost } from '../../api/client';
import { AppLink } from '../../components/AppLink';
import { formatNumber } from '../../lib/formats';
import { importPath, outcomes, type Import } from './api';

interface ResultPanelProps {
  file: Import;
  busy: boolean;
  onAct: (work: () => Promise<unknown>) => void;
}

/** What the check or the import came to, and what can be done with it. */
export function ResultPanel({ file, busy, onAct }: ResultPanelProps) {
  const { t } = useTranslation();
  const path = importPath(file.id);
  const applied = file.status === 'applied';
  const good = file.created + file.changed;
  return (
    <section className="panel" aria-live="polite">
      <h2>{t(applied ? 'imports.result' : 'imports.checked')}</h2>
      <ul className="counts">
        {outcomes.map((outcome) => (
          <li key={outcome}>
            {t(`imports.outcome.${outcome}`)}: <strong>{formatNumber(file[outcome])}</strong>
          </li>
        ))}
      </ul>
      {applied && (
        <p>{good === 0 ? t('imports.result.nothing') : t('imports.result.done', { count: good, shown: formatNumber(good) })}</p>
      )}
      {applied && file.definition.startsWith('testing.') && (
        <AppLink to={`/testing/national?year=${file.options.year ?? ''}&territory=${file.options.territory ?? ''}`}>
          {t('imports.result.testing')}
        </AppLink>
      )}
      {!applied && file.isMine && file.rejected > 0 && <p>{t('imports.checked.rejected')}</p>}
      {!applied && file.isMine && (
        <Space wrap>
          <Button
            type="primary"
            disabled={file.rejected > 0}
            loading={busy}
            onClick={() => onAct(() => apiPost(`${path}/apply`, { mode: 'all' }))}
          >
            {t('imports.apply.all')}
          </Button>
          {file.rejected > 0 && (
            <>
              <Button
                disabled={busy || good + file.unchanged === 0}
                onClick={() => onAct(() => apiPost(`${path}/apply`, { mode: 'good' }))}
              >
                {t('imports.apply.good')}
              </Button>
              <Button onClick={() => void apiDownload(`${path}/annotated`, {}, file.fileName)}>{t('imports.annotated')}</Button>
            </>
          )}
          <Button disabled={busy} onClick={() => onAct(() => apiPost(`${path}/check`, {}))}>
            {t('imports.check.again')}
          </Button>
        </Space>
      )}
    </section>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPost } from '../../../api/client';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { JobProgress } from '../../../components/JobProgress';
import { formatNumber } from '../../../lib/formats';
import { applicationsPath, queuePath } from './api';
import { TerritorySelect } from './Selects';

/** The annual refresh: categories by age and by the benefits in force, for one territory, in one piece. */
export function QueueRefresh({ territory }: { territory: string | null }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('preschool.queue.refresh')}</Button>
      {open && <RefreshModal territory={territory} onClose={() => setOpen(false)} />}
    </>
  );
}

function RefreshModal({ territory, onClose }: { territory: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [job, setJob] = useState<string | null>(null);
  const state = useApiForm<{ territoryCode?: string }, { jobId: string }>({
    initial: { territoryCode: territory ?? undefined },
    save: (values) => apiPost(`${queuePath}/refresh`, values, { idempotencyKey: true }),
    onSaved: ({ jobId }) => setJob(jobId),
  });
  return (
    <Modal open title={t('preschool.queue.refresh')} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t('preschool.queue.refresh.text')}</p>
      {job === null ? (
        <ApiForm state={state} submitLabel={t('preschool.queue.refresh.do')} onCancel={onClose}>
          <Form.Item name="territoryCode" label={t('preschool.queue.territory')}>
            <TerritorySelect />
          </Form.Item>
        </ApiForm>
      ) : (
        <JobProgress jobId={job} onFinish={() => void client.invalidateQueries({ queryKey: [applicationsPath] })}>
          {({ result }) =>
            t('preschool.queue.refresh.done', { shown: formatNumber((result as { changed?: number } | null)?.changed ?? 0) })
          }
        </JobProgress>
      )}
    </Modal>
  );
}

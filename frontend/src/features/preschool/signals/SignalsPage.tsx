import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { apiGet, apiPost, apiPut } from '../../../api/client';
import { useCan } from '../../../api/session';
import { AppLink } from '../../../components/AppLink';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { DataTable } from '../../../components/table/DataTable';
import { usePageContext } from '../../../lib/context';
import { formatDate, formatNumber } from '../../../lib/formats';
import { localized, type LocalizedText } from '../../../lib/localized';
import { MonthInput, monthTitle, useMonth } from '../stateOrder/month';
import '../stateOrder/stateOrder.css';

const path = '/api/v1/preschool/signals';
const kinds = ['underfilledGroup', 'overfilledGroup', 'fullAttendance', 'dayOffPresence', 'crowdedRoom', 'childTwice'] as const;
type Kind = (typeof kinds)[number];

interface Signal {
  subjectId: string;
  kind: Kind;
  month: string;
  institutionId: string;
  institutionName: LocalizedText;
  groupId: string;
  subject: string;
  explanation: string;
  dismissal: { id: string; reason: string; isTakenBack: boolean; at: string; version: number } | null;
}

/** Says why a signal is fine, or shows it again; both are kept. */
function Dismissal({ signal, onClose }: { signal: Signal; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const said = signal.dismissal;
  const back = said !== null && !said.isTakenBack;
  const state = useApiForm<{ reason?: string }>({
    initial: { reason: said?.reason },
    etag: said ? `"${said.version}"` : null,
    save: ({ reason }, etag) =>
      said
        ? apiPut(`${path}/dismissals/${said.id}`, { reason, isTakenBack: back }, { etag })
        : apiPost(
            `${path}/dismissals`,
            { kind: signal.kind, subjectId: signal.subjectId, month: signal.month, reason },
            { idempotencyKey: true },
          ),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: [path] });
      onClose();
    },
  });
  const action = t(back ? 'preschool.signals.take-back' : 'preschool.signals.dismiss');
  return (
    <Modal open title={action} onCancel={onClose} footer={null} destroyOnHidden>
      <p>{signal.explanation}</p>
      <ApiForm state={state} onCancel={onClose} submitLabel={action}>
        <Form.Item name="reason" label={t('preschool.order.reason')} required>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

const sheetPage = (signal: Signal) => `/preschool/attendance/${signal.groupId}/${signal.month}`;

/** Where a person looks next: the sheet for what attendance says, the kindergarten for the rest. */
function Look({ signal }: { signal: Signal }) {
  const can = useCan();
  const { t } = useTranslation();
  const sheet = signal.kind === 'fullAttendance' || signal.kind === 'dayOffPresence' || signal.kind === 'childTwice';
  return sheet && can('preschool.attendance.write') ? (
    <AppLink to={sheetPage(signal)}>{t('preschool.signals.sheet')}</AppLink>
  ) : (
    <AppLink to={`/preschool/kindergartens/${signal.institutionId}`}>{t('preschool.order.kindergarten')}</AppLink>
  );
}

export function SignalsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const { territory } = usePageContext();
  const [month, setMonth] = useMonth();
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((one) => one === search.get('kind')) ?? 'underfilledGroup';
  const dismissed = search.get('dismissed') === 'true';
  const [open, setOpen] = useState<Signal | null>(null);
  const counts = useQuery({
    queryKey: [path, 'counts', month],
    queryFn: ({ signal }) => apiGet<{ kind: Kind; count: number }[]>(`${path}/counts`, { month }, signal),
  });
  const choose = (name: string, value: string) =>
    setSearch((current) => {
      current.set(name, value);
      current.delete('page');
      return current;
    });
  return (
    <Page title={t('preschool.signals.title')} subtitle={`${t('preschool.signals.subtitle')} ${monthTitle(month)}`}>
      <ProblemAlert error={counts.error} onRetry={() => void counts.refetch()} />
      <nav className="order-bar" aria-label={t('preschool.signals.kind')}>
        {kinds.map((one) => (
          <Button
            key={one}
            type={one === kind ? 'primary' : 'default'}
            aria-pressed={one === kind}
            onClick={() => choose('kind', one)}
          >
            {t(`preschool.signals.kind.${one}`)} · {formatNumber(counts.data?.find((count) => count.kind === one)?.count ?? null)}
          </Button>
        ))}
      </nav>
      <p className="hint">{t(`preschool.signals.about.${kind}`)}</p>
      <DataTable<Signal>
        caption={t(`preschool.signals.kind.${kind}`)}
        source={path}
        queryKey={[path]}
        params={{ kind, month, territory, dismissed }}
        columns={[
          {
            key: 'name',
            title: t('preschool.order.kindergarten'),
            sortable: true,
            card: 'title',
            render: (row) => localized(row.institutionName),
          },
          { key: 'explanation', title: t('preschool.signals.found') },
          ...(dismissed
            ? [
                {
                  key: 'reason',
                  title: t('preschool.order.reason'),
                  render: (row: Signal) => row.dismissal && `${row.dismissal.reason} (${formatDate(row.dismissal.at)})`,
                },
              ]
            : []),
          { key: 'look', title: t('preschool.signals.look'), render: (row) => <Look signal={row} /> },
          ...(can('preschool.state-order.write')
            ? [
                {
                  key: 'dismissal',
                  title: t('preschool.signals.dismiss'),
                  render: (row: Signal) => (
                    <Button size="small" onClick={() => setOpen(row)}>
                      {t(dismissed ? 'preschool.signals.take-back' : 'preschool.signals.dismiss')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        rowKey={(row) => row.subjectId}
        defaultSort="name,subject"
        search={t('preschool.order.search')}
        toolbar={
          <>
            <MonthInput value={month} onChange={setMonth} />
            <Segmented
              value={dismissed ? 'true' : 'false'}
              onChange={(value) => choose('dismissed', value)}
              options={[
                { value: 'false', label: t('preschool.signals.new') },
                { value: 'true', label: t('preschool.signals.dismissed') },
              ]}
            />
          </>
        }
        empty={{ title: t('preschool.signals.empty'), text: t('preschool.signals.empty.text') }}
      />
      {open && <Dismissal signal={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

import './access.css';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DateInput } from '../../components/form/DateInput';
import { Page } from '../../components/Page';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { formatDateTime } from '../../lib/formats';
import { userLabel } from '../../lib/users';
import { propertyName, readChanges, showValue } from './changes';

interface AuditRow {
  sequence: number;
  at: string;
  userId: string;
  userName: string;
  module: string;
  entity: string;
  entityName: string;
  entityId: string;
  action: string;
  entityVersion: number;
  changes: Record<string, unknown>;
}

const modules = ['platform', 'registry', 'access', 'imports', 'testing', 'planning'];
const actions = [
  'created',
  'changed',
  'deleted',
  'bulk-created',
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'locked-out',
  'locked',
  'unlocked',
  'password-changed',
  'password-set',
  'token-issued',
  'token-refused',
  'secret-rotated',
  'revoked',
];

/** The two ends of the period, kept in the address like the other filters. */
function usePeriod() {
  const [search, setSearch] = useSearchParams();
  const set = (name: 'from' | 'to') => (value: string | null) =>
    setSearch((present) => {
      const next = new URLSearchParams(present);
      if (value === null) next.delete(name);
      else next.set(name, value);
      next.delete('page');
      return next;
    });
  return { from: search.get('from'), to: search.get('to'), setFrom: set('from'), setTo: set('to') };
}

export function AuditPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<AuditRow | null>(null);
  const period = usePeriod();
  const moduleName = (code: string) => t(`access.module.${code}`, { defaultValue: code });
  const actionName = (code: string) => t(`access.action.${code}`, { defaultValue: code });

  const columns: DataColumn<AuditRow>[] = [
    { key: 'at', title: t('access.audit.at'), render: (row) => formatDateTime(row.at) },
    { key: 'userName', title: t('access.audit.user'), render: (row) => userLabel(row.userName, t) },
    { key: 'action', title: t('access.audit.action'), render: (row) => actionName(row.action), card: 'title' },
    { key: 'entityName', title: t('access.audit.entity') },
    { key: 'module', title: t('access.audit.module'), render: (row) => moduleName(row.module) },
    { key: 'sequence', title: t('access.audit.number'), sortable: true, numeric: true, render: (row) => row.sequence },
  ];

  return (
    <Page title={t('access.audit.title')} subtitle={t('access.audit.subtitle')}>
      <DataTable<AuditRow>
        caption={t('access.audit.title')}
        source="/api/v1/audit"
        columns={columns}
        params={{ from: period.from, to: period.to }}
        rowKey={(row) => String(row.sequence)}
        onOpen={setOpen}
        defaultSort="-sequence"
        search={t('access.audit.search')}
        filters={[
          {
            name: 'module',
            label: t('access.audit.module'),
            options: modules.map((value) => ({ value, label: moduleName(value) })),
          },
          {
            name: 'action',
            label: t('access.audit.action'),
            options: actions.map((value) => ({ value, label: actionName(value) })),
          },
        ]}
        toolbar={
          <div className="access-period">
            <DateInput aria-label={t('access.audit.from')} value={period.from} onChange={period.setFrom} />
            <span aria-hidden="true">–</span>
            <DateInput aria-label={t('access.audit.to')} value={period.to} onChange={period.setTo} />
          </div>
        }
      />
      <Drawer open={open !== null} onClose={() => setOpen(null)} size="min(560px, 100vw)" title={open && actionName(open.action)}>
        {open && <Entry row={open} module={moduleName(open.module)} />}
      </Drawer>
    </Page>
  );
}

function Entry({ row, module }: { row: AuditRow; module: string }) {
  const { t } = useTranslation();
  const { changes, facts } = readChanges(row.changes);
  const show = (value: unknown) => showValue(value, t('action.yes'), t('action.no'));
  return (
    <>
      <dl className="facts">
        <dt>{t('access.audit.at')}</dt>
        <dd>{formatDateTime(row.at)}</dd>
        <dt>{t('access.audit.user')}</dt>
        <dd>{userLabel(row.userName, t)}</dd>
        <dt>{t('access.audit.entity')}</dt>
        <dd>
          {row.entityName} · {module}
        </dd>
        <dt>{t('access.audit.record')}</dt>
        <dd>
          <code>{row.entityId}</code>
        </dd>
        <dt>{t('access.audit.number')}</dt>
        <dd>{row.sequence}</dd>
        {facts.map(([name, value]) => (
          <FactLine key={name} name={name} value={show(value)} />
        ))}
      </dl>
      {changes.length > 0 && (
        <ul className="access-changes" aria-label={t('access.audit.changes')}>
          {changes.map(({ property, before, after }) => (
            <li key={property}>
              <strong>{propertyName(property, t)}</strong>
              <dl>
                <dt>{t('access.audit.before')}</dt>
                <dd>{show(before)}</dd>
                <dt>{t('access.audit.after')}</dt>
                <dd>{show(after)}</dd>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function FactLine({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{propertyName(name, t)}</dt>
      <dd>{value}</dd>
    </>
  );
}

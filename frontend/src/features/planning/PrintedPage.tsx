import './planning.css';
import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Page } from '../../components/Page';
import { StatusTag } from '../../components/StatusTag';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { usePageContext } from '../../lib/context';
import { localized } from '../../lib/localized';
import { findingsPath, printedPath, relations, type Finding, type Printed } from './api';
import { PrintedForm } from './PrintedForm';

/** What documents say in print, and what the checks found in it. */
export function PrintedPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('planning.printed')} subtitle={t('planning.printed.text')}>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'printed', label: t('planning.printed.figures'), children: <PrintedTable /> },
          { key: 'findings', label: t('planning.findings'), children: <FindingsTable /> },
        ]}
      />
    </Page>
  );
}

function PrintedTable() {
  const { t } = useTranslation();
  const writes = useCan()('planning.checks.write');
  const { year, territory } = usePageContext();
  const client = useQueryClient();
  const [open, setOpen] = useState<Printed | 'new' | null>(null);
  const add = writes && (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setOpen('new')}>
      {t('action.add')}
    </Button>
  );
  const columns: DataColumn<Printed>[] = [
    { key: 'label', title: t('planning.printed.label'), card: 'title', render: (row) => row.label ?? row.code },
    { key: 'printed', title: t('planning.finding.printed'), numeric: true, render: (row) => <strong>{row.printed}</strong> },
    {
      key: 'relation',
      title: t('planning.relation'),
      sortable: true,
      render: (row) => (
        <>
          {t(`planning.relation.${row.relation}`)} {row.operands && <code>{row.operands}</code>}
        </>
      ),
    },
    { key: 'code', title: t('planning.code'), sortable: true, render: (row) => (row.code ? <code>{row.code}</code> : '—') },
    { key: 'document', title: t('planning.printed.document'), sortable: true },
    { key: 'place', title: t('planning.printed.place'), sortable: true },
    { key: 'period', title: t('planning.period'), sortable: true, render: (row) => row.valuePeriod ?? row.period },
  ];
  return (
    <>
      <DataTable<Printed>
        caption={t('planning.printed.figures')}
        source={printedPath}
        name="printed"
        params={{ period: year === null ? null : String(year), territory }}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={writes ? setOpen : undefined}
        defaultSort="document,place"
        filters={[
          {
            name: 'relation',
            label: t('planning.relation'),
            options: relations.map((value) => ({ value, label: t(`planning.relation.${value}`) })),
          },
        ]}
        toolbar={add}
        empty={{ title: t('planning.printed.empty'), text: t('planning.printed.empty.text'), action: add }}
      />
      {open !== null && (
        <PrintedForm
          printed={open === 'new' ? null : open}
          year={year}
          territory={territory}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            void client.invalidateQueries({ queryKey: [printedPath] });
          }}
        />
      )}
    </>
  );
}

function FindingsTable() {
  const { t } = useTranslation();
  const columns: DataColumn<Finding>[] = [
    {
      key: 'place',
      title: t('planning.printed.place'),
      sortable: true,
      card: 'title',
      width: 260,
      render: (finding) => <AppLink to={`/planning/reports/${finding.reportId}`}>{localized(finding.place)}</AppLink>,
    },
    {
      key: 'severity',
      title: t('planning.severity'),
      sortable: true,
      render: (finding) => (
        <StatusTag tone={finding.severity === 'error' ? 'danger' : 'warning'}>
          {t(`planning.severity.${finding.severity}`)}
        </StatusTag>
      ),
    },
    { key: 'printed', title: t('planning.finding.printed'), numeric: true },
    { key: 'recomputed', title: t('planning.finding.recomputed'), numeric: true },
    { key: 'why', title: t('planning.trace.why'), width: 420, render: (finding) => localized(finding.why) },
    { key: 'reason', title: t('planning.explain.reason'), render: (finding) => finding.reason ?? '—' },
  ];
  return (
    <DataTable<Finding>
      caption={t('planning.findings')}
      source={findingsPath}
      name="findings"
      columns={columns}
      rowKey={(finding) => finding.id}
      defaultSort="severity,place"
      filters={[
        {
          name: 'severity',
          label: t('planning.severity'),
          options: (['error', 'warning'] as const).map((value) => ({ value, label: t(`planning.severity.${value}`) })),
        },
      ]}
      empty={{ title: t('planning.findings.none'), text: t('planning.findings.unchecked') }}
    />
  );
}

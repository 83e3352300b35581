import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPost, apiPut } from '../../../api/client';
import { ApiForm } from '../../../components/form/ApiForm';
import { DateInput } from '../../../components/form/DateInput';
import { useApiForm } from '../../../components/form/useApiForm';
import { DataTable } from '../../../components/table/DataTable';
import { formatDate } from '../../../lib/formats';
import { childrenPath, etagOf, type AttendanceChild, type OrderContract } from './api';
import { GroupSelect } from './GroupSelect';

interface Values {
  groupId?: string;
  number?: string;
  iin?: string;
  enrolledFrom?: string;
  enrolledTo?: string | null;
}

function ChildModal({
  contract,
  child,
  onClose,
}: {
  contract: OrderContract;
  child: AttendanceChild | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const state = useApiForm<Values>({
    initial: child ? { enrolledTo: child.enrolledTo } : { enrolledFrom: contract.startsOn },
    etag: child ? etagOf(child) : null,
    save: (values, etag) =>
      child
        ? apiPut(`${childrenPath}/${child.id}`, { enrolledTo: values.enrolledTo, iin: values.iin }, { etag })
        : apiPost(childrenPath, { ...values, contractId: contract.id, iin: values.iin || null }, { idempotencyKey: true }),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: [childrenPath] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={child ? t('preschool.child.edit', { number: child.number }) : t('preschool.child.add')}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <ApiForm state={state} onCancel={onClose}>
        {!child && (
          <>
            <Form.Item name="groupId" label={t('preschool.attendance.group')} required>
              <GroupSelect contract={contract} />
            </Form.Item>
            <Form.Item name="number" label={t('preschool.child.number')} extra={t('preschool.child.number.hint')} required>
              <Input maxLength={20} />
            </Form.Item>
            <Form.Item name="iin" label={t('preschool.child.iin')}>
              <Input maxLength={12} inputMode="numeric" autoComplete="off" />
            </Form.Item>
            <Form.Item name="enrolledFrom" label={t('preschool.child.from')} required>
              <DateInput />
            </Form.Item>
          </>
        )}
        <Form.Item name="enrolledTo" label={t('preschool.child.to')}>
          <DateInput />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

/** Children on the lists of a contract: numbers only, no names. */
export function ListedChildren({ contract }: { contract: OrderContract }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<AttendanceChild | 'new' | null>(null);
  return (
    <section className="panel">
      <h2>{t('preschool.child.title')}</h2>
      <DataTable<AttendanceChild>
        name="children"
        caption={t('preschool.child.title')}
        source={childrenPath}
        queryKey={[childrenPath, contract.id]}
        params={{ contractId: contract.id }}
        columns={[
          { key: 'number', title: t('preschool.child.number'), sortable: true, card: 'title' },
          {
            key: 'enrolledFrom',
            title: t('preschool.child.from'),
            sortable: true,
            render: (row) => formatDate(row.enrolledFrom),
          },
          {
            key: 'enrolledTo',
            title: t('preschool.child.to'),
            render: (row) => (row.enrolledTo ? formatDate(row.enrolledTo) : '—'),
          },
          { key: 'hasIin', title: t('preschool.child.iin'), render: (row) => (row.hasIin ? t('action.yes') : t('action.no')) },
        ]}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        defaultSort="number"
        defaultPageSize={20}
        search={t('preschool.child.number')}
        empty={{ title: t('preschool.child.empty'), text: t('preschool.child.empty.text') }}
        toolbar={
          <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setOpen('new')}>
            {t('preschool.child.add')}
          </Button>
        }
      />
      {open !== null && <ChildModal contract={contract} child={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}

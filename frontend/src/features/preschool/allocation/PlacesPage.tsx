import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { apiGet, apiPost } from '../../../api/client';
import { useCan } from '../../../api/session';
import { Empty } from '../../../components/Empty';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useContextPath } from '../../../lib/context';
import { localized } from '../../../lib/localized';
import { claimsPath, manualOffersPath, manualReasons, placesPath, type Place, type PlacesFor } from './api';

/** Places that one application may get now: open to everybody, or outside the order with a reason. */
export function PlacesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const number = search.get('number') ?? '';
  const query = useQuery({
    queryKey: ['preschool', 'places', number],
    queryFn: ({ signal }) => apiGet<PlacesFor>(placesPath, { number }, signal),
    enabled: number !== '',
  });
  const find = (value: string) => {
    const next = new URLSearchParams(search);
    next.set('number', value.trim());
    setSearch(next);
  };
  return (
    <Page
      title={t('preschool.allocation.places.find')}
      subtitle={t('preschool.allocation.places.text')}
      breadcrumbs={[{ label: t('preschool.allocation.offers'), to: '/preschool/offers' }]}
    >
      <section className="panel">
        <Input.Search
          aria-label={t('preschool.allocation.application')}
          placeholder={t('preschool.allocation.application')}
          defaultValue={number}
          enterButton={t('preschool.allocation.places.search')}
          onSearch={find}
        />
      </section>
      {query.error && <ProblemAlert error={query.error} />}
      {query.data && <Places found={query.data} onDone={() => void query.refetch()} />}
    </Page>
  );
}

function Places({ found, onDone }: { found: PlacesFor; onDone: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { modal } = App.useApp();
  const [error, setError] = useState<unknown>(null);
  const [manual, setManual] = useState<Place | null>(null);
  const opened = ({ id }: { id: string }) => void navigate(contextPath(`/preschool/offers/${id}`));
  const claim = async (place: Place) => {
    setError(null);
    try {
      const body = { applicationId: found.applicationId, groupId: place.groupId };
      opened(await apiPost<{ id: string }>(claimsPath, body, { idempotencyKey: true }));
    } catch (problem) {
      setError(problem);
      onDone();
    }
  };
  if (found.places.length === 0) {
    return <Empty title={t('preschool.allocation.places.empty')} text={t('preschool.allocation.places.empty.text')} />;
  }

  return (
    <>
      <ProblemAlert error={error} />
      <Table<Place>
        rowKey="groupId"
        dataSource={found.places}
        pagination={false}
        scroll={{ x: true }}
        columns={[
          { title: t('preschool.allocation.kindergarten'), render: (_, place) => localized(place.institution) },
          { title: t('preschool.allocation.group'), dataIndex: 'groupName' },
          { title: t('preschool.allocation.places'), dataIndex: 'open', align: 'right' },
          { title: t('preschool.allocation.open-to-all'), dataIndex: 'openToAll', align: 'right' },
          {
            title: t('preschool.allocation.actions'),
            render: (_, place) =>
              can('preschool.allocation.write') && (
                <Space wrap>
                  {found.mayClaim && place.openToAll > 0 && (
                    <Button
                      type="primary"
                      onClick={() =>
                        modal.confirm({
                          title: t('preschool.allocation.claim'),
                          content: t('preschool.allocation.claim.text'),
                          okText: t('preschool.allocation.claim'),
                          cancelText: t('action.cancel'),
                          onOk: () => claim(place),
                        })
                      }
                    >
                      {t('preschool.allocation.claim')}
                    </Button>
                  )}
                  <Button onClick={() => setManual(place)}>{t('preschool.allocation.manual')}</Button>
                </Space>
              ),
          },
        ]}
      />
      {manual && <ManualOffer found={found} place={manual} onClose={() => setManual(null)} onSaved={opened} />}
    </>
  );
}

interface ManualOfferProps {
  found: PlacesFor;
  place: Place;
  onClose: () => void;
  onSaved: (offer: { id: string }) => void;
}

function ManualOffer({ found, place, onClose, onSaved }: ManualOfferProps) {
  const { t } = useTranslation();
  const state = useApiForm<{ reason: string; text: string }, { id: string }>({
    initial: { reason: 'court', text: '' },
    save: (values) =>
      apiPost(
        manualOffersPath,
        { ...values, applicationId: found.applicationId, groupId: place.groupId },
        { idempotencyKey: true },
      ),
    onSaved,
  });
  return (
    <Modal open title={t('preschool.allocation.manual')} footer={null} onCancel={onClose}>
      <p>{t('preschool.allocation.manual.text', { place: `${localized(place.institution)}, ${place.groupName}` })}</p>
      <ApiForm state={state} submitLabel={t('preschool.allocation.manual.ask')} onCancel={onClose}>
        <Form.Item name="reason" label={t('preschool.allocation.reason')}>
          <Select options={manualReasons.map((value) => ({ value, label: t(`preschool.allocation.reason.${value}`) }))} />
        </Form.Item>
        <Form.Item name="text" label={t('preschool.allocation.reason.words')}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

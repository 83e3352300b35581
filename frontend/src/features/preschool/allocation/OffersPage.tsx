import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../../api/session';
import { Page } from '../../../components/Page';
import { StatusTag } from '../../../components/StatusTag';
import { DataTable } from '../../../components/table/DataTable';
import type { DataColumn } from '../../../components/table/types';
import { useContextPath, usePageContext } from '../../../lib/context';
import { formatDate } from '../../../lib/formats';
import { offersPath, offerStates, offerTones, offerWays, type Offer } from './api';
import { kindergartenOf, termTone, today } from './terms';

/** Жолдамалар / направления: what was offered to whom, and whose term runs out. */
export function OffersPage() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { territory } = usePageContext();
  const [dueToday, setDueToday] = useState(false);
  const columns: DataColumn<Offer>[] = [
    {
      key: 'number',
      title: t('preschool.allocation.number'),
      sortable: true,
      card: 'title',
      render: (offer) => offer.number ?? '—',
    },
    { key: 'applicationNumber', title: t('preschool.allocation.application') },
    {
      key: 'kindergarten',
      title: t('preschool.allocation.kindergarten'),
      render: (offer) => kindergartenOf(offer) ?? t('preschool.allocation.voucher'),
    },
    {
      key: 'way',
      title: t('preschool.allocation.way'),
      render: (offer) =>
        offer.way === 'run' ? (
          t('preschool.allocation.way.run')
        ) : (
          <StatusTag tone="warning">{t(`preschool.allocation.way.${offer.way}`)}</StatusTag>
        ),
    },
    {
      key: 'state',
      title: t('preschool.allocation.state'),
      sortable: true,
      render: (offer) => (
        <StatusTag tone={offerTones[offer.state]}>{t(`preschool.allocation.offer-state.${offer.state}`)}</StatusTag>
      ),
    },
    {
      key: 'until',
      title: t('preschool.allocation.until'),
      sortable: true,
      render: (offer) => (offer.until ? <StatusTag tone={termTone(offer.until)}>{formatDate(offer.until)}</StatusTag> : '—'),
    },
  ];
  const give = can('preschool.allocation.write') && (
    <Button type="primary" onClick={() => void navigate(contextPath('/preschool/places'))}>
      {t('preschool.allocation.places.find')}
    </Button>
  );
  return (
    <Page title={t('preschool.allocation.offers')} subtitle={t('preschool.allocation.offers.text')} actions={give}>
      <DataTable<Offer>
        caption={t('preschool.allocation.offers')}
        source={offersPath}
        params={{ territory, due: dueToday ? today() : null }}
        columns={columns}
        rowKey={(offer) => offer.id}
        href={(offer) => `/preschool/offers/${offer.id}`}
        defaultSort="-createdAt"
        search={t('preschool.allocation.offers.search')}
        toolbar={
          <Button aria-pressed={dueToday} type={dueToday ? 'primary' : 'default'} onClick={() => setDueToday(!dueToday)}>
            {t('preschool.allocation.due-today')}
          </Button>
        }
        filters={[
          {
            name: 'state',
            label: t('preschool.allocation.state'),
            options: offerStates.map((value) => ({ value, label: t(`preschool.allocation.offer-state.${value}`) })),
          },
          {
            name: 'way',
            label: t('preschool.allocation.way'),
            options: offerWays.map((value) => ({ value, label: t(`preschool.allocation.way.${value}`) })),
          },
        ]}
        empty={{ title: t('preschool.allocation.offers.empty'), text: t('preschool.allocation.offers.empty.text') }}
      />
    </Page>
  );
}

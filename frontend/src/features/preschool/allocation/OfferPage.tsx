import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { apiRead } from '../../../api/client';
import { AppLink } from '../../../components/AppLink';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { formatDate } from '../../../lib/formats';
import { offersPath, offerTones, type Offer } from './api';
import { OfferActions } from './OfferActions';
import { kindergartenOf, termTone } from './terms';

/** One offer: what it is, until when, why this family, and what can be done now. */
export function OfferPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const key = ['preschool', 'offer', id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => apiRead<{ offer: Offer; reasonText: string | null }>(`${offersPath}/${id}`, {}, signal),
  });
  const crumbs = [{ label: t('preschool.allocation.offers'), to: '/preschool/offers' }];
  if (!query.data) {
    return (
      <Page title={t('preschool.allocation.offer')} breadcrumbs={crumbs}>
        {query.error ? <ProblemAlert error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton active />}
      </Page>
    );
  }

  const { data, etag } = query.data;
  const { offer } = data;
  const toRun = t('preschool.allocation.to-run');
  const facts: [string, ReactNode][] = [
    [t('preschool.allocation.application'), offer.applicationNumber],
    [t('preschool.allocation.kindergarten'), kindergartenOf(offer) ?? t('preschool.allocation.voucher')],
    [t('preschool.allocation.way'), t(`preschool.allocation.way.${offer.way}`)],
    [
      t('preschool.allocation.until'),
      offer.until ? <StatusTag tone={termTone(offer.until)}>{formatDate(offer.until)}</StatusTag> : '—',
    ],
    [t('preschool.allocation.pool'), <code key="pool">{offer.pool}</code>],
    [t('preschool.allocation.winner'), <code key="winner">{offer.winnerKey}</code>],
    [t('preschool.allocation.next'), offer.nextKey ? <code key="next">{offer.nextKey}</code> : '—'],
    [t('preschool.allocation.rules'), <code key="rules">{offer.rules}</code>],
  ];
  return (
    <Page
      title={offer.number ?? t('preschool.allocation.offer')}
      breadcrumbs={crumbs}
      status={<StatusTag tone={offerTones[offer.state]}>{t(`preschool.allocation.offer-state.${offer.state}`)}</StatusTag>}
    >
      {offer.way === 'manual' && (
        <Alert
          type="warning"
          showIcon
          title={t('preschool.allocation.manual.mark', { reason: t(`preschool.allocation.reason.${offer.reason ?? 'other'}`) })}
          description={data.reasonText}
        />
      )}
      <section className="panel">
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {offer.runId && <AppLink to={`/preschool/allocation/${offer.runId}`}>{toRun}</AppLink>}
      </section>
      <OfferActions offer={offer} etag={etag} onDone={() => void queries.invalidateQueries({ queryKey: key })} />
    </Page>
  );
}

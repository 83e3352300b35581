import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Descriptions, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiRead } from '../../api/client';
import { useCan } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { useContextPath } from '../../lib/context';
import { formatDate, formatDateTime } from '../../lib/formats';
import { usePhone } from '../../lib/hooks';
import { localized } from '../../lib/localized';
import { AliasesTab } from './AliasesTab';
import { institutionPath, institutionsPath, useKinds, type InstitutionCard } from './api';
import { EventModal } from './EventModal';
import { HistoryTab } from './HistoryTab';

export function InstitutionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const phone = usePhone();
  const queries = useQueryClient();
  const { nameOf } = useKinds();
  const mayWrite = useCan()('registry.institutions.write');
  const [telling, setTelling] = useState(false);
  const query = useQuery({
    queryKey: ['registry', 'institution', id],
    queryFn: ({ signal }) => apiRead<InstitutionCard>(institutionPath(id), {}, signal),
  });
  const crumbs = [{ label: t('registry.institutions'), to: '/registry/institutions' }];
  if (query.error) {
    return (
      <Page title={t('registry.institution')} breadcrumbs={crumbs}>
        <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }

  if (!query.data) {
    return (
      <Page title={t('registry.institution')} breadcrumbs={crumbs}>
        <Skeleton active />
      </Page>
    );
  }

  const { data: card, etag } = query.data;
  const again = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['registry', 'institution', id] }),
      queries.invalidateQueries({ queryKey: [institutionsPath] }),
    ]);

  return (
    <Page
      title={localized(card.name)}
      subtitle={nameOf(card.kind)}
      breadcrumbs={crumbs}
      status={
        <StatusTag tone={card.status === 'active' ? 'success' : 'neutral'}>{t(`registry.status.${card.status}`)}</StatusTag>
      }
      actions={
        mayWrite && (
          <>
            <Button onClick={() => setTelling(true)}>{t('registry.event.add')}</Button>
            <Button type="primary" onClick={() => void navigate(contextPath(`/registry/institutions/${id}/edit`))}>
              {t('action.edit')}
            </Button>
          </>
        )
      }
    >
      <Tabs
        items={[
          { key: 'passport', label: t('registry.passport'), children: <Passport card={card} phone={phone} /> },
          { key: 'history', label: t('action.history'), children: <HistoryTab id={id} nameOf={nameOf} /> },
          {
            key: 'aliases',
            label: t('registry.aliases'),
            children: <AliasesTab id={id} etag={etag} mayWrite={mayWrite} onChanged={again} />,
          },
        ]}
      />
      {telling && (
        <EventModal
          card={card}
          etag={etag}
          onClose={() => setTelling(false)}
          onSaved={() => {
            setTelling(false);
            void again();
          }}
        />
      )}
    </Page>
  );
}

function Passport({ card, phone }: { card: InstitutionCard; phone: boolean }) {
  const { t } = useTranslation();
  const { nameOf } = useKinds();
  const fileLabel = t('registry.source.file');
  const rows: [string, React.ReactNode][] = [
    [t('registry.name-kk'), card.name.kk],
    [t('registry.name-ru'), card.name.ru],
    [t('registry.name-en'), card.name.en],
    [t('registry.bin'), card.bin],
    [t('registry.kind'), nameOf(card.kind)],
    [t('registry.ownership'), t(`registry.ownership.${card.ownership}`)],
    [t('registry.legal-form'), card.legalForm && t(`registry.legal-form.${card.legalForm}`)],
    [t('registry.languages'), card.languages.map((code) => t(`registry.language.${code}`)).join(', ')],
    [t('registry.territory'), `${localized(card.territoryName)} (${card.territoryCode})`],
    [
      t('registry.parent'),
      card.parentId && (
        <AppLink to={`/registry/institutions/${card.parentId}`}>
          {card.parentName ? localized(card.parentName) : card.parentId}
        </AppLink>
      ),
    ],
    [t('registry.opened'), card.openedOn && formatDate(card.openedOn)],
    [t('registry.closed'), card.closedOn && formatDate(card.closedOn)],
    [t('registry.source'), card.importId && <AppLink to={`/imports/${card.importId}`}>{fileLabel}</AppLink>],
    [t('registry.modified'), formatDateTime(card.modifiedAt)],
  ];
  return (
    <section className="panel">
      <Descriptions
        column={1}
        colon={false}
        layout={phone ? 'vertical' : 'horizontal'}
        styles={{ label: { width: phone ? undefined : 280 } }}
        items={rows
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([label, children]) => ({ key: label, label, children }))}
      />
    </section>
  );
}

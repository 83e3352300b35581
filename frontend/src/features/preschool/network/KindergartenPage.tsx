import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Descriptions, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan } from '../../../api/session';
import { AppLink } from '../../../components/AppLink';
import { Empty } from '../../../components/Empty';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { formatNumber, formatShare } from '../../../lib/formats';
import { usePhone } from '../../../lib/hooks';
import { localized } from '../../../lib/localized';
import { GroupsTable } from '../groups/GroupsTable';
import { kindergartenPath, kindergartensPath, readCard, type KindergartenCard } from './api';
import { ChangesTable } from './ChangesTable';
import { ProfileModal } from './ProfileModal';

/** A kindergarten: profile, groups, changes; its history stands in the register of institutions. */
export function KindergartenPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const mayWrite = useCan()('preschool.network.write');
  const [editing, setEditing] = useState(false);
  const query = useQuery({ queryKey: [kindergartenPath(id)], queryFn: ({ signal }) => readCard(id, signal) });
  const crumbs = [{ label: t('preschool.network'), to: '/preschool/kindergartens' }];
  if (!query.data) {
    return (
      <Page title={t('preschool.network.card')} breadcrumbs={crumbs}>
        {query.error ? <ProblemAlert error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton active />}
      </Page>
    );
  }

  const { data: card } = query.data;
  const again = () => {
    setEditing(false);
    void queries.invalidateQueries({ queryKey: [kindergartenPath(id)] });
    void queries.invalidateQueries({ queryKey: [kindergartensPath] });
  };
  const active = card.status === 'active';
  return (
    <Page
      title={localized(card.name)}
      subtitle={`${t(`preschool.network.kind.${card.kind}`)}, ${t(`preschool.network.ownership.${card.ownership}`).toLowerCase()}`}
      breadcrumbs={crumbs}
      status={<StatusTag tone={active ? 'success' : 'neutral'}>{t(`preschool.network.status.${card.status}`)}</StatusTag>}
      actions={
        mayWrite &&
        active && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('preschool.network.edit-profile')}
          </Button>
        )
      }
    >
      <Tabs
        items={[
          {
            key: 'groups',
            label: t('preschool.network.groups'),
            children: <GroupsTable institution={id} closed={!active} onChanged={again} />,
          },
          { key: 'profile', label: t('preschool.network.profile'), children: <Profile card={card} /> },
          {
            key: 'changes',
            label: t('preschool.network.changes'),
            children: (
              <>
                <p>
                  <AppLink to={`/registry/institutions/${id}`}>{t('preschool.network.to-history')}</AppLink>
                </p>
                <ChangesTable params={{ institution: id }} />
              </>
            ),
          },
        ]}
      />
      {editing && <ProfileModal card={card} onClose={() => setEditing(false)} onSaved={again} />}
    </Page>
  );
}

function Profile({ card }: { card: KindergartenCard }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { profile } = card;
  if (profile === null) return <Empty title={t('preschool.network.no-profile')} text={t('preschool.network.no-profile.text')} />;
  const ages = [profile.ageFrom, profile.ageTo].map((age) => age ?? '…').join('–');
  const rows: [string, React.ReactNode][] = [
    [t('preschool.network.capacity'), formatNumber(profile.designCapacity)],
    [t('preschool.network.area'), profile.areaM2 && formatNumber(profile.areaM2, 1)],
    [t('preschool.network.ages'), ages],
    [t('preschool.network.languages'), profile.languages.map((code) => t(`preschool.network.language.${code}`)).join(', ')],
    [
      t('preschool.network.regime'),
      `${t(`preschool.network.regime.${profile.regime}`)}${profile.hoursPerDay ? `, ${t('preschool.network.hours', { hours: formatNumber(profile.hoursPerDay, 1) })}` : ''}`,
    ],
    [t('preschool.network.specialisation'), t(`preschool.network.specialisation.${profile.specialisation}`)],
    [t('preschool.network.subordination'), t(`preschool.network.subordination.${profile.subordination}`)],
    [t('preschool.network.pedagogues'), formatNumber(profile.pedagogues)],
    [
      t('preschool.network.of-speciality'),
      profile.pedagogues ? formatShare(profile.pedagoguesOfSpeciality ?? 0, profile.pedagogues) : '—',
    ],
  ];
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      layout={phone ? 'vertical' : 'horizontal'}
      items={rows.map(([label, children]) => ({ key: label, label, children: children || '—' }))}
    />
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/session';
import { DataTable } from '../../../components/table/DataTable';
import type { DataColumn } from '../../../components/table/types';
import { localized } from '../../../lib/localized';
import { groupsPath, languages, profiles, useAgeGroups, type GroupRow } from './api';
import { GroupModal } from './GroupModal';
import { PlacesDrawer } from './PlacesDrawer';

interface GroupsTableProps {
  /** Groups of one kindergarten; without it those of the territory. */
  institution?: string;
  territory?: string | null;
  /** The kindergarten is closed: nothing can be opened in it. */
  closed?: boolean;
  onChanged?: () => void;
}

export function GroupsTable({ institution, territory, closed, onChanged }: GroupsTableProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const ages = useAgeGroups();
  const mayWrite = useCan()('preschool.groups.write');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<GroupRow | null>(null);
  const again = () => {
    setAdding(false);
    setOpened(null);
    void queries.invalidateQueries({ queryKey: [groupsPath] });
    onChanged?.();
  };
  const garden: DataColumn<GroupRow>[] = institution
    ? []
    : [
        {
          key: 'institution',
          title: t('preschool.groups.kindergarten'),
          sortable: true,
          render: (row) => localized(row.institutionName),
        },
      ];
  return (
    <>
      <DataTable<GroupRow>
        caption={t('preschool.groups')}
        name="groups"
        source={groupsPath}
        params={{ institution, territory: territory ?? undefined }}
        rowKey={(row) => row.id}
        onOpen={mayWrite ? setOpened : undefined}
        defaultSort={institution ? '-birthYear,name' : 'institution,-birthYear,name'}
        search={institution ? false : t('preschool.groups.search')}
        toolbar={
          institution &&
          mayWrite &&
          !closed && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('preschool.groups.add')}
            </Button>
          )
        }
        columns={[
          { key: 'name', title: t('preschool.groups.name'), sortable: true, card: 'title' },
          ...garden,
          {
            key: 'birthYear',
            title: t('preschool.groups.age'),
            sortable: true,
            render: (row) => `${ages.nameOf(row.ageGroup)} (${row.birthYear})`,
          },
          {
            key: 'language',
            title: t('preschool.groups.language'),
            sortable: true,
            render: (row) => t(`preschool.network.language.${row.language}`),
          },
          {
            key: 'profile',
            title: t('preschool.groups.profile'),
            card: 'hidden',
            render: (row) => t(`preschool.groups.profile.${row.profile}`),
          },
          { key: 'places', title: t('preschool.network.places'), sortable: true, numeric: true },
          { key: 'children', title: t('preschool.network.children'), sortable: true, numeric: true },
          { key: 'held', title: t('preschool.groups.held'), numeric: true, card: 'hidden' },
          { key: 'free', title: t('preschool.groups.free'), sortable: true, numeric: true },
          { key: 'open', title: t('preschool.network.open'), sortable: true, numeric: true },
        ]}
        filters={[
          { name: 'ageGroup', label: t('preschool.groups.age'), options: ages.options },
          {
            name: 'language',
            label: t('preschool.groups.language'),
            options: languages.map((value) => ({ value, label: t(`preschool.network.language.${value}`) })),
          },
          {
            name: 'profile',
            label: t('preschool.groups.profile'),
            options: profiles.map((value) => ({ value, label: t(`preschool.groups.profile.${value}`) })),
          },
        ]}
        empty={{ title: t('preschool.groups.empty'), text: t('preschool.groups.empty.text') }}
      />
      {adding && institution && (
        <GroupModal institution={institution} row={null} onClose={() => setAdding(false)} onSaved={again} />
      )}
      {opened && <PlacesDrawer row={opened} onClose={() => setOpened(null)} onChanged={again} />}
    </>
  );
}

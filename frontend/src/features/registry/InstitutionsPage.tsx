import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Page } from '../../components/Page';
import { StatusTag } from '../../components/StatusTag';
import { DataTable } from '../../components/table/DataTable';
import { useContextPath, usePageContext } from '../../lib/context';
import { localized } from '../../lib/localized';
import { institutionsPath, languageCodes, ownerships, useKinds, type InstitutionRow } from './api';

export function InstitutionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { territory } = usePageContext();
  const { kinds, nameOf } = useKinds();
  const mayWrite = useCan()('registry.institutions.write');

  return (
    <Page
      title={t('registry.institutions')}
      subtitle={t('registry.institutions.subtitle')}
      actions={
        mayWrite && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(contextPath('/registry/institutions/new'))}>
            {t('registry.register')}
          </Button>
        )
      }
    >
      <DataTable<InstitutionRow>
        caption={t('registry.institutions')}
        source={institutionsPath}
        params={{ territory: territory ?? undefined }}
        rowKey={(row) => row.id}
        href={(row) => `/registry/institutions/${row.id}`}
        defaultSort="name"
        search={t('registry.search')}
        columns={[
          { key: 'name', title: t('registry.name'), sortable: true, card: 'title', render: (row) => localized(row.name) },
          { key: 'kind', title: t('registry.kind'), sortable: true, render: (row) => nameOf(row.kind) },
          { key: 'ownership', title: t('registry.ownership'), render: (row) => t(`registry.ownership.${row.ownership}`) },
          {
            key: 'languages',
            title: t('registry.languages'),
            card: 'hidden',
            render: (row) => row.languages.map((code) => t(`registry.language.${code}`)).join(', '),
          },
          { key: 'territory', title: t('registry.territory'), card: 'hidden', render: (row) => localized(row.territoryName) },
          {
            key: 'status',
            title: t('registry.status'),
            render: (row) => (
              <StatusTag tone={row.status === 'active' ? 'success' : 'neutral'}>{t(`registry.status.${row.status}`)}</StatusTag>
            ),
          },
        ]}
        filters={[
          {
            name: 'group',
            label: t('registry.group'),
            options: ['preschool', 'school', 'extra', 'college', 'support'].map((value) => ({
              value,
              label: t(`registry.group.${value}`),
            })),
          },
          { name: 'kind', label: t('registry.kind'), options: kinds.map((k) => ({ value: k.code, label: localized(k.name) })) },
          {
            name: 'ownership',
            label: t('registry.ownership'),
            options: ownerships.map((value) => ({ value, label: t(`registry.ownership.${value}`) })),
          },
          {
            name: 'language',
            label: t('registry.languages'),
            options: languageCodes.map((value) => ({ value, label: t(`registry.language.${value}`) })),
          },
          {
            name: 'status',
            label: t('registry.status'),
            options: ['active', 'closed'].map((value) => ({ value, label: t(`registry.status.${value}`) })),
          },
        ]}
        empty={{
          title: t('registry.empty'),
          text: t('registry.empty.text'),
          action: <AppLink to="/imports">{t('registry.empty.action')}</AppLink>,
        }}
      />
    </Page>
  );
}

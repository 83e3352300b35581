import './planning.css';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { localized } from '../../lib/localized';
import { indicatorsPath, type Indicator } from './api';

const kinds: Indicator['kind'][] = ['count', 'share', 'money', 'average', 'score'];

export function IndicatorsPage() {
  const { t } = useTranslation();
  const columns: DataColumn<Indicator>[] = [
    {
      key: 'name',
      title: t('planning.indicator'),
      sortable: true,
      card: 'title',
      render: (indicator) => localized(indicator.name),
    },
    { key: 'code', title: t('planning.code'), sortable: true, render: (indicator) => <code>{indicator.code}</code> },
    { key: 'kind', title: t('planning.kind'), sortable: true, render: (indicator) => t(`planning.kind.${indicator.kind}`) },
    { key: 'unit', title: t('planning.unit'), sortable: true, render: (indicator) => indicator.unitName },
    {
      key: 'formula',
      title: t('planning.formula'),
      render: (indicator) => (indicator.formulaText ? localized(indicator.formulaText) : '—'),
    },
    { key: 'direction', title: t('planning.direction'), render: (indicator) => t(`planning.direction.${indicator.direction}`) },
  ];
  return (
    <Page title={t('planning.indicators')} subtitle={t('planning.indicators.text')}>
      <DataTable<Indicator>
        caption={t('planning.indicators')}
        source={indicatorsPath}
        columns={columns}
        rowKey={(indicator) => indicator.code}
        defaultSort="code"
        filters={[
          {
            name: 'kind',
            label: t('planning.kind'),
            options: kinds.map((value) => ({ value, label: t(`planning.kind.${value}`) })),
          },
        ]}
        empty={{ title: t('planning.indicators.empty'), text: t('planning.indicators.empty.text') }}
      />
    </Page>
  );
}

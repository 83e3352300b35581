import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { apiGet } from '../../../api/client';
import { today } from '../../../lib/formats';
import { root, type OrderContract } from './api';

/** Academic year in which a contract that is over began; none for a living one: the groups of today. */
function academicYear(contract: OrderContract): number | undefined {
  if (contract.lastDay >= today()) return undefined;
  const [year, month] = contract.startsOn.split('-').map(Number) as [number, number];
  return month >= 9 ? year : year - 1;
}

export function GroupSelect({
  contract,
  ...rest
}: {
  contract: OrderContract;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const params = { institution: contract.institutionId, academicYear: academicYear(contract), pageSize: 200, sort: 'name' };
  const query = useQuery({
    queryKey: ['preschool', 'groups-of', params],
    queryFn: ({ signal }) => apiGet<{ items: { id: string; name: string }[] }>(`${root}/groups`, params, signal),
  });
  return (
    <Select
      {...rest}
      loading={query.isFetching}
      options={(query.data?.items ?? []).map((row) => ({ value: row.id, label: row.name }))}
    />
  );
}

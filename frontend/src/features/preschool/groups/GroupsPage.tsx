import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPost } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { useCan } from '../../../api/session';
import { Page } from '../../../components/Page';
import { problemText } from '../../../components/ProblemAlert';
import { usePageContext } from '../../../lib/context';
import { formatNumber } from '../../../lib/formats';
import { groupsPath } from './api';
import { GroupsTable } from './GroupsTable';

interface NextYear {
  academicYear: number;
  groups: number;
  children: number;
  finished: number;
  left: number;
}

/** Groups of all kindergartens; in August they move up into the next academic year. */
export function GroupsPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { territory } = usePageContext();
  const mayWrite = useCan()('preschool.groups.write');
  const open = useMutation({
    mutationFn: () => apiPost<NextYear>(`${groupsPath}/next-year`, {}),
    onSuccess: (done) => {
      void queries.invalidateQueries({ queryKey: [groupsPath] });
      void message.success(
        t('preschool.groups.next-year.done', {
          year: `${done.academicYear}/${done.academicYear + 1}`,
          groups: formatNumber(done.groups),
          children: formatNumber(done.children),
          left: formatNumber(done.left),
        }),
        10,
      );
    },
    onError: (error) => void message.error(problemText(asProblem(error), t).title, 10),
  });
  return (
    <Page
      title={t('preschool.groups')}
      subtitle={t('preschool.groups.subtitle')}
      actions={
        mayWrite && (
          <Popconfirm
            title={t('preschool.groups.next-year.sure')}
            okText={t('action.yes')}
            cancelText={t('action.no')}
            onConfirm={() => open.mutate()}
          >
            <Button loading={open.isPending}>{t('preschool.groups.next-year')}</Button>
          </Popconfirm>
        )
      }
    >
      <GroupsTable territory={territory} />
    </Page>
  );
}

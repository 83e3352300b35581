import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, List, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiDelete, apiGet, apiPost } from '../../api/client';
import { Empty } from '../../components/Empty';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { institutionPath, type InstitutionAlias } from './api';

interface AliasesTabProps {
  id: string;
  etag: string | null;
  mayWrite: boolean;
  onChanged: () => Promise<unknown>;
}

/** Other ways in which tables write the institution; an import recognises it by them. */
export function AliasesTab({ id, etag, mayWrite, onChanged }: AliasesTabProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const path = `${institutionPath(id)}/aliases`;
  const query = useQuery({
    queryKey: ['registry', 'institution', id, 'aliases'],
    queryFn: ({ signal }) => apiGet<InstitutionAlias[]>(path, {}, signal),
  });
  const settle = async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['registry', 'institution', id, 'aliases'] }), onChanged()]);
  };
  const add = useMutation({
    mutationFn: () => apiPost(path, { text: text.trim() }),
    onSuccess: async () => {
      setText('');
      await settle();
    },
  });
  const remove = useMutation({
    mutationFn: (alias: string) => apiDelete(`${path}/${alias}`, { etag }),
    onSuccess: settle,
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active />;
  return (
    <section className="panel">
      <p className="muted">{t('registry.aliases.text')}</p>
      <ProblemAlert error={add.error ?? remove.error} />
      {mayWrite && (
        <Space.Compact style={{ width: '100%', maxWidth: 520, marginBlockEnd: 16 }}>
          <Input
            value={text}
            maxLength={400}
            aria-label={t('registry.alias')}
            placeholder={t('registry.alias')}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={() => text.trim() !== '' && add.mutate()}
          />
          <Button type="primary" loading={add.isPending} disabled={text.trim() === ''} onClick={() => add.mutate()}>
            {t('action.add')}
          </Button>
        </Space.Compact>
      )}
      {query.data.length === 0 ? (
        <Empty title={t('registry.aliases.empty')} />
      ) : (
        <List
          dataSource={query.data}
          rowKey={(alias) => alias.id}
          renderItem={(alias) => (
            <List.Item
              actions={
                mayWrite
                  ? [
                      <Button
                        key="remove"
                        type="link"
                        danger
                        aria-label={`${t('action.delete')}: ${alias.text}`}
                        onClick={() => remove.mutate(alias.id)}
                      >
                        {t('action.delete')}
                      </Button>,
                    ]
                  : []
              }
            >
              {alias.text} <StatusTag>{t(`registry.alias.${alias.origin}`)}</StatusTag>
            </List.Item>
          )}
        />
      )}
    </section>
  );
}

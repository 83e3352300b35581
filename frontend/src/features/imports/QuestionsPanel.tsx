import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { List, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiGet, apiPost } from '../../api/client';
import type { ListPage } from '../../api/lists';
import { ProblemAlert } from '../../components/ProblemAlert';
import { importPath, type Question } from './api';

/** Names that the register could not tell: the person says which institution is meant, and is not asked again. */
export function QuestionsPanel({ id, onAnswered }: { id: string; onAnswered: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ['imports', id, 'questions'];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      apiGet<ListPage<Question>>(`${importPath(id)}/questions`, { answered: false, pageSize: 200 }, signal),
  });
  const answer = useMutation({
    mutationFn: ({ question, institutionId }: { question: string; institutionId: string }) =>
      apiPost(`${importPath(id)}/questions/${question}/answer`, { institutionId }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key });
      await onAnswered();
    },
  });
  if (!query.data || query.data.total === 0) return query.error ? <ProblemAlert error={query.error} /> : null;
  return (
    <section className="panel">
      <h2>{t('imports.questions')}</h2>
      <p className="muted">{t('imports.questions.text')}</p>
      <ProblemAlert error={answer.error} />
      <List
        dataSource={query.data.items}
        rowKey={(question) => question.id}
        renderItem={(question) => (
          <List.Item>
            <div style={{ width: '100%' }}>
              <strong>{question.text}</strong>{' '}
              <span className="muted">{t(question.isAmbiguous ? 'imports.question.several' : 'imports.question.none')}</span>
              {question.candidates.length > 0 && (
                <Select
                  aria-label={question.text}
                  style={{ width: '100%', maxWidth: 520, display: 'block', marginBlockStart: 6 }}
                  placeholder={t('imports.question.choose')}
                  options={question.candidates.map((candidate) => ({ value: candidate.id, label: candidate.name }))}
                  onChange={(institutionId: string) => answer.mutate({ question: question.id, institutionId })}
                />
              )}
            </div>
          </List.Item>
        )}
      />
    </section>
  );
}

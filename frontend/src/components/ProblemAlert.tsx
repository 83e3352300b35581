import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem, type ApiProblem } from '../api/problem';

export interface ProblemAlertProps {
  error: unknown;
  onRetry?: () => void;
  /** Fields that show their errors themselves; the rest is listed here. */
  shownFields?: string[];
}

/** The server's own words come first; without them the status is explained. */
export function problemText(problem: ApiProblem, t: (key: string) => string): { title: string; detail: string | null } {
  if (problem.title !== '') return { title: problem.title, detail: problem.detail };
  if (problem.status === 0) return { title: t('problem.network'), detail: t('problem.network.text') };
  if (problem.status === 403) return { title: t('problem.forbidden'), detail: problem.detail };
  if (problem.status === 404) return { title: t('problem.not-found'), detail: problem.detail };
  if (problem.status === 429) return { title: t('problem.too-many'), detail: problem.detail };
  return { title: t('problem.unexpected'), detail: problem.detail ?? t('problem.unexpected.text') };
}

export function ProblemAlert({ error, onRetry, shownFields = [] }: ProblemAlertProps) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = asProblem(error);
  const { title, detail } = problemText(problem, t);
  const rest = Object.entries(problem.errors).filter(([field]) => !shownFields.includes(field));

  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      title={title}
      action={onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
      description={
        <>
          {detail && <p>{detail}</p>}
          {rest.length > 0 && (
            <ul>{rest.flatMap(([field, errors]) => errors.map((e, i) => <li key={`${field}${i}`}>{e.message}</li>))}</ul>
          )}
          {problem.traceId && (
            <p className="problem-trace">
              {t('problem.trace')} <code>{problem.traceId}</code>
            </p>
          )}
        </>
      }
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Skeleton, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { formatDate } from '../../lib/formats';
import { localized } from '../../lib/localized';
import { institutionPath, type InstitutionEvent } from './api';

/** What happened to the institution, newest first, with the document behind every event. */
export function HistoryTab({ id, nameOf }: { id: string; nameOf: (kind: string) => string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['registry', 'institution', id, 'events'],
    queryFn: ({ signal }) => apiGet<InstitutionEvent[]>(`${institutionPath(id)}/events`, {}, signal),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active />;
  return (
    <section className="panel">
      <Timeline
        items={query.data.map((event) => ({
          key: event.id,
          content: (
            <>
              <strong>
                {event.date ? formatDate(event.date) : t('registry.event.date-unknown')} · {t(`registry.event.${event.kind}`)}
              </strong>
              {event.nameKk && <div>{localized({ kk: event.nameKk, ru: event.nameRu ?? event.nameKk })}</div>}
              {event.institutionKind && <div>{nameOf(event.institutionKind)}</div>}
              {event.basisNumber && (
                <div className="muted">
                  {t(`registry.basis.${event.basisKind ?? 'other'}`)} № {event.basisNumber}
                  {event.basisDate && `, ${formatDate(event.basisDate)}`}
                </div>
              )}
              {event.note && <div className="muted">{event.note}</div>}
            </>
          ),
        }))}
      />
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { App, Button, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet, apiPut } from '../../../api/client';
import { useCan } from '../../../api/session';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { localized } from '../../../lib/localized';
import { offersPath, placesPath, type Offer, type PlacesFor } from './api';

interface OfferActionsProps {
  offer: Offer;
  etag: string | null;
  onDone: () => void;
}

type Action = 'confirmation' | 'refusal' | 'extension' | 'enrolment' | 'signature' | 'rejection';

/** What the family, the officer or the second person can do in the offer's state. */
export function OfferActions({ offer, etag, onDone }: OfferActionsProps) {
  const { t } = useTranslation();
  const can = useCan();
  const { modal } = App.useApp();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const put = async (action: string, body: object = {}) => {
    setBusy(true);
    setError(null);
    try {
      await apiPut(`${offersPath}/${offer.id}/${action}`, body, { etag });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
      onDone();
    }
  };
  const button = (action: Action, primary: boolean, disabled = false) => (
    <Button
      type={primary ? 'primary' : 'default'}
      disabled={busy || disabled}
      onClick={() =>
        modal.confirm({
          title: t(`preschool.allocation.act.${action}`),
          content: t(`preschool.allocation.act.${action}.text`),
          okText: t(`preschool.allocation.act.${action}`),
          cancelText: t('action.cancel'),
          onOk: () => put(action),
        })
      }
    >
      {t(`preschool.allocation.act.${action}`)}
    </Button>
  );
  const { state } = offer;
  const writes = can('preschool.allocation.write');
  const chooses = writes && offer.groupId === null && (state === 'confirmed' || state === 'waitlisted');
  const answers = writes && (state === 'offered' || state === 'confirmed' || state === 'waitlisted');
  const signs = can('preschool.allocation.approve') && state === 'awaitingSignature';
  if (!answers && !signs) return <ProblemAlert error={error} />;
  return (
    <section className="panel" aria-live="polite">
      <ProblemAlert error={error} />
      {chooses && <Kindergarten offer={offer} busy={busy} onChoose={(groupId) => void put('kindergarten', { groupId })} />}
      <Space wrap>
        {answers && state === 'offered' && button('confirmation', true)}
        {answers && state === 'confirmed' && offer.groupId !== null && button('enrolment', true)}
        {answers && state === 'confirmed' && !offer.extended && button('extension', false)}
        {answers && button('refusal', false)}
        {signs && button('signature', true, offer.requestedByMe)}
        {signs && button('rejection', false)}
      </Space>
      {signs && offer.requestedByMe && <p>{t('preschool.allocation.second.text')}</p>}
    </section>
  );
}

interface KindergartenProps {
  offer: Offer;
  busy: boolean;
  onChoose: (groupId: string | null) => void;
}

function Kindergarten({ offer, busy, onChoose }: KindergartenProps) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['preschool', 'places', offer.applicationNumber],
    queryFn: ({ signal }) => apiGet<PlacesFor>(placesPath, { number: offer.applicationNumber }, signal),
  });
  const places = query.data?.places ?? [];
  return (
    <div className="form-actions">
      <Select
        aria-label={t('preschool.allocation.choose')}
        placeholder={t('preschool.allocation.choose')}
        className="wide-select"
        value={group}
        onChange={setGroup}
        loading={query.isFetching}
        options={places.map((place) => ({
          value: place.groupId,
          label: `${localized(place.institution)}, ${place.groupName} (${place.open})`,
        }))}
      />
      <Button type="primary" disabled={busy || group === null} onClick={() => onChoose(group)}>
        {t('preschool.allocation.choose.do')}
      </Button>
      {query.data && places.length === 0 && offer.state === 'confirmed' && (
        <Button disabled={busy} onClick={() => onChoose(null)}>
          {t('preschool.allocation.waitlist')}
        </Button>
      )}
    </div>
  );
}

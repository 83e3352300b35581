import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../lib/formats';
import { usePhone } from '../../../lib/hooks';
import { localized } from '../../../lib/localized';
import { type Card } from './api';

/** Who applied, for whom, and what is wished. */
export function ApplicationFacts({ card }: { card: Card }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const rows: [string, string | null][] = [
    ['child', card.childName],
    ['iin', card.iin],
    ['document', card.birthDocument],
    ['applicant', card.applicantName],
    ['phone', card.applicantPhone],
    ['territory', localized(card.territoryName)],
    ['language', t(`preschool.queue.language.${card.language}`)],
    ['profile', localized(card.profileName)],
    ['class', t(`preschool.queue.class.${card.class}`)],
    ['applied', formatDateTime(card.appliedAt)],
    ['wishes', card.wishes.map((wish) => localized(wish.name)).join(', ')],
    ['note', card.note],
  ];
  return (
    <section className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        layout={phone ? 'vertical' : 'horizontal'}
        items={rows
          .filter(([, value]) => value)
          .map(([key, value]) => ({ key, label: t(`preschool.queue.${key}`), children: value }))}
      />
    </section>
  );
}

import '../../components/figures/figures.css';
import { FileTextOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { formatDateTime, formatNumber, formatShare } from '../../lib/formats';
import { useReturnFocus } from '../../lib/hooks';
import { localized } from '../../lib/localized';
import { useImportSource, type SchoolResult } from './api';
import { Change } from './Change';

interface SchoolDrawerProps {
  school: SchoolResult | null;
  year: number;
  smallestGroup: number;
  onClose: () => void;
}

/** Figures of one school, what they are made of and the file they came from. */
export function SchoolDrawer({ school, year, smallestGroup, onClose }: SchoolDrawerProps) {
  // While the drawer slides away it still shows whom it belonged to.
  const last = useRef(school);
  if (school !== null) last.current = school;
  useReturnFocus(school !== null);
  const shown = school ?? last.current;
  return (
    <Drawer
      open={school !== null}
      onClose={onClose}
      size="min(560px, 100vw)"
      title={shown && localized(shown.name)}
      destroyOnHidden
    >
      {shown && <SchoolFigures school={shown} year={year} smallestGroup={smallestGroup} />}
    </Drawer>
  );
}

function SchoolFigures({ school, year, smallestGroup }: { school: SchoolResult; year: number; smallestGroup: number }) {
  const { t } = useTranslation();
  const can = useCan();
  const record = t('testing.school.card');
  const { participation } = school;
  return (
    <div className="trace">
      {school.hidden ? (
        <p className="testing-note">{t('testing.hidden.why', { people: formatNumber(smallestGroup) })}</p>
      ) : (
        <>
          <div className="trace-figure">
            <h2>{t('testing.mean.year', { year })}</h2>
            <p>{formatNumber(school.mean, 2)}</p>
          </div>
          <section>
            <h3>{t('testing.participation')}</h3>
            <p className="trace-formula">
              {t('testing.participation.formula')} = {formatShare(participation?.numerator, participation?.denominator)}
            </p>
            <dl className="trace-parts">
              <div>
                <dt>{t('testing.participants')}</dt>
                <dd>{formatNumber(school.participants)}</dd>
              </div>
              <div>
                <dt>{t('testing.graduates')}</dt>
                <dd>{formatNumber(school.graduates)}</dd>
              </div>
            </dl>
            {school.printedParticipation && <p className="testing-soft">{t(`testing.printed.${school.printedParticipation}`)}</p>}
          </section>
          <dl className="trace-facts">
            <div>
              <dt>{t('testing.rank')}</dt>
              <dd>{formatNumber(school.rank)}</dd>
            </div>
            <div>
              <dt>{t('testing.without-creative')}</dt>
              <dd>{formatNumber(school.meanWithoutCreative, 2)}</dd>
            </div>
            <div>
              <dt>{t('testing.mean.year', { year: year - 1 })}</dt>
              <dd>{formatNumber(school.previousMean, 2)}</dd>
            </div>
            <div>
              <dt>{t('testing.change-since', { year: year - 1 })}</dt>
              <dd>
                <Change value={school.change} digits={2} words />
              </dd>
            </div>
          </dl>
        </>
      )}
      <Source school={school} />
      {can('registry.institutions.read') && <AppLink to={`/registry/institutions/${school.institutionId}`}>{record}</AppLink>}
    </div>
  );
}

function Source({ school }: { school: SchoolResult }) {
  const { t } = useTranslation();
  const source = useImportSource(school.importId);
  if (school.importId === null) return null;
  const name = source.data?.fileName ?? t('testing.source.import');
  const row = school.importRow === null ? null : t('testing.source.row', { row: school.importRow });
  return (
    <section>
      <h3>{t('testing.source')}</h3>
      <ul className="trace-sources">
        <li>
          <FileTextOutlined aria-hidden="true" />
          <span>
            {source.isSuccess ? <AppLink to={`/imports/${school.importId}`}>{name}</AppLink> : name}
            <small>
              {[row, source.data && formatDateTime(source.data.createdAt), source.data?.ownerName].filter(Boolean).join(' · ')}
            </small>
          </span>
        </li>
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { monthsFrom, type SimulationCard } from './api';

/** The scenario line by line, and what every simulation takes for granted. */
export function ScenarioWords({ card }: { card: SimulationCard }) {
  const { t } = useTranslation();
  const { scenario, territories } = card;
  const count = (value: number) => formatNumber(value);
  return (
    <>
      <ul>
        <li>{t('preschool.simulation.words.months', { months: count(scenario.months) })}</li>
        {scenario.openings.map((garden, index) => (
          <li key={index}>
            {t('preschool.simulation.words.garden', { month: monthsFrom(garden.from, 1)[0]!.label })}
            {garden.territoryCode && territories[garden.territoryCode]
              ? ` (${localized(territories[garden.territoryCode]!)})`
              : ''}
            {': '}
            {garden.places
              .map((line) =>
                t('preschool.simulation.words.places', {
                  places: count(line.places),
                  years: t('preschool.simulation.years', { count: line.age }),
                  language: t(`preschool.simulation.language.${line.language}`),
                }),
              )
              .join('; ')}
          </li>
        ))}
        {scenario.generalPerPriority !== null && (
          <li>{t('preschool.simulation.words.ratio', { ratio: count(scenario.generalPerPriority) })}</li>
        )}
        {scenario.groupPlaces !== null && (
          <li>{t('preschool.simulation.words.norm', { places: count(scenario.groupPlaces) })}</li>
        )}
        {scenario.regime !== null && (
          <li>{t('preschool.simulation.words.regime', { regime: t(`preschool.simulation.regime.${scenario.regime}`) })}</li>
        )}
        <li>{t('preschool.simulation.words.inflow', { percent: count(scenario.inflowPercent) })}</li>
        <li>
          {scenario.freedPerMonth === null
            ? t('preschool.simulation.words.freed', { percent: count(scenario.freedPercent) })
            : t('preschool.simulation.words.freed-month', { places: count(scenario.freedPerMonth) })}
        </li>
      </ul>
      <p className="muted">{t('preschool.simulation.caveat')}</p>
    </>
  );
}

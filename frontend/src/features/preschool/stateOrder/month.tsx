import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { monthName } from '../../../lib/formats';

const known = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month of the address, by default the last one that is over. */
export function useMonth(): [string, (month: string) => void] {
  const [search, setSearch] = useSearchParams();
  const said = search.get('month');
  const month = said !== null && known.test(said) ? said : dayjs().subtract(1, 'month').format('YYYY-MM');
  const change = (value: string) =>
    setSearch(
      (current) => {
        current.set('month', value);
        current.delete('page');
        return current;
      },
      { replace: true },
    );
  return [month, change];
}

export function monthTitle(month: string): string {
  return `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}

export function MonthInput({ value, onChange }: { value: string; onChange: (month: string) => void }) {
  const { t } = useTranslation();
  return (
    <DatePicker
      picker="month"
      format="MM.YYYY"
      allowClear={false}
      aria-label={t('preschool.attendance.month')}
      value={dayjs(`${value}-01`)}
      onChange={(date) => date && onChange(date.format('YYYY-MM'))}
    />
  );
}

import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

export interface DateInputProps {
  id?: string;
  /** `yyyy-MM-dd`, as the API writes dates. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  disabled?: boolean;
  'aria-label'?: string;
}

/** A date in a form: shown as dd.MM.yyyy, kept as the API writes it. */
export function DateInput({ value, onChange, ...rest }: DateInputProps) {
  const { t } = useTranslation();
  return (
    <DatePicker
      {...rest}
      placeholder={t('date.placeholder')}
      className="date-input"
      format={['DD.MM.YYYY', 'D.M.YYYY', 'YYYY-MM-DD']}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
    />
  );
}

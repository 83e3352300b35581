import { DatePicker } from 'antd';
import dayjs from 'dayjs';

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
  return (
    <DatePicker
      {...rest}
      className="date-input"
      format={['DD.MM.YYYY', 'D.M.YYYY', 'YYYY-MM-DD']}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
    />
  );
}

import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { formatChange } from '../../lib/formats';

export type Sign = 'up' | 'down' | 'same';

/** The direction of a change as it is shown: what rounds to nothing has none. */
export function signOf(value: number, digits: number): Sign {
  const shown = formatChange(value, digits);
  if (shown.startsWith('+')) return 'up';
  return shown.startsWith('-') ? 'down' : 'same';
}

const icons = { up: ArrowUpOutlined, down: ArrowDownOutlined, same: MinusOutlined };

/** A change: arrow, sign and colour, with the word for those who see none of them. */
export function Change({ value, digits = 1, words }: { value: number | null; digits?: number; words?: boolean }) {
  const { t } = useTranslation();
  if (value === null) return <>—</>;
  const sign = signOf(value, digits);
  const Icon = icons[sign];
  return (
    <span className={`change change-${sign}`}>
      <Icon aria-hidden="true" /> {formatChange(value, digits)}{' '}
      <span className={words ? 'change-word' : 'visually-hidden'}>{t(`testing.sign.${sign}`)}</span>
    </span>
  );
}

import { currentLanguage, type Language } from './language';

/*
 * Chromium carries no Kazakh data ("2026 M09 1"), so months, separators and patterns are tables of our own.
 * The functions take the language last; without it they use the language of the interface.
 */

/** No-break space: groups digits and holds a figure to its unit. */
export const nbsp = '\u00a0';

const zone = 'Asia/Almaty';
const separators: Record<Language, { group: string; decimal: string }> = {
  kk: { group: nbsp, decimal: ',' },
  ru: { group: nbsp, decimal: ',' },
  en: { group: ',', decimal: '.' },
};

const months: Record<Language, readonly string[]> = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const russianGenitive = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

const dash = '—';
export type Figure = number | string | null | undefined;

/** Rounds the decimal text half away from zero; no binary arithmetic, so 1.005 becomes 1.01. */
function roundHalfUp(text: string, digits: number): { negative: boolean; whole: string; fraction: string } | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  let all = BigInt(whole + kept);
  if (fraction.charAt(digits) >= '5') all += 1n;
  const rounded = all.toString().padStart(digits + 1, '0');
  return {
    negative: sign === '-' && all !== 0n,
    whole: rounded.slice(0, rounded.length - digits),
    fraction: digits === 0 ? '' : rounded.slice(-digits),
  };
}

function decimalText(value: number | string): string {
  if (typeof value === 'string') return value.trim();
  const text = String(value);
  return text.includes('e') ? value.toFixed(12) : text;
}

/** `9801653.44, 1` → `9 801 653,4` with no-break spaces; nothing or no number → a dash. */
export function formatNumber(value: Figure, digits = 0, language: Language = currentLanguage()): string {
  if (value === null || value === undefined || value === '') return dash;
  const rounded = roundHalfUp(decimalText(value), digits);
  if (rounded === null) return dash;
  const { group, decimal } = separators[language];
  const whole = rounded.whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (rounded.negative ? '-' : '') + whole + (digits > 0 ? decimal + rounded.fraction : '');
}

/** A value that is already in percent: 90.5 → kk `90,5%`, ru `90,5 %`, en `90.5%`. */
export function formatPercent(value: Figure, digits = 1, language: Language = currentLanguage()): string {
  const number = formatNumber(value, digits, language);
  if (number === dash) return dash;
  return number + (language === 'ru' ? nbsp : '') + '%';
}

/** A share from its two parts, computed in whole numbers: (1401, 1761) → `79,6%`. A zero denominator gives a dash. */
export function formatShare(
  numerator: number | null | undefined,
  denominator: number | null | undefined,
  digits = 1,
  language: Language = currentLanguage(),
): string {
  if (numerator === null || numerator === undefined || !denominator) return dash;
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) {
    return formatPercent((numerator / denominator) * 100, digits, language);
  }
  const scaled = (BigInt(numerator) * 10n ** BigInt(digits + 3)) / BigInt(denominator);
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 2, '0');
  const point = text.length - digits - 1;
  return formatPercent((scaled < 0n ? '-' : '') + text.slice(0, point) + '.' + text.slice(point), digits, language);
}

/** A change with its sign: 1.2 → `+1,2`; no change → `0,0`. */
export function formatChange(value: Figure, digits = 1, language: Language = currentLanguage()): string {
  const number = formatNumber(value, digits, language);
  return number !== dash && !number.startsWith('-') && /[1-9]/.test(number) ? '+' + number : number;
}

/** Tenge shown in thousands with one decimal, without the unit: 9801653400 → `9 801 653,4`. */
export function formatThousands(tenge: Figure, language: Language = currentLanguage()): string {
  if (tenge === null || tenge === undefined || tenge === '') return dash;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimalText(tenge));
  if (match === null) return dash;
  const whole = (match[2] ?? '0').padStart(4, '0');
  return formatNumber(`${match[1]}${whole.slice(0, -3)}.${whole.slice(-3)}${match[3] ?? ''}`, 1, language);
}

export function monthName(month: number, language: Language = currentLanguage()): string {
  return months[language][month - 1] ?? dash;
}

interface Moment {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

/** A date of the calendar stays what it is; an instant (UTC when it names no zone) is shown in the zone of the country. */
function moment(value: string | Date): Moment | null {
  if (typeof value === 'string') {
    const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (date !== null) return { year: date[1]!, month: date[2]!, day: date[3]!, hour: '00', minute: '00' };
  }
  const text = typeof value === 'string' && !/(Z|[+-]\d{2}:\d{2})$/i.test(value) ? value + 'Z' : value;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return null;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

/** `2026-05-01` → `01.05.2026`, in every language. */
export function formatDate(value: string | Date | null | undefined): string {
  const at = value ? moment(value) : null;
  return at === null ? dash : `${at.day}.${at.month}.${at.year}`;
}

/** `2026-05-01T09:05:00Z` → `01.05.2026 14:05` (Asia/Almaty, with a no-break space), in every language. */
export function formatDateTime(value: string | Date | null | undefined): string {
  const at = value ? moment(value) : null;
  return at === null ? dash : `${at.day}.${at.month}.${at.year}${nbsp}${at.hour}:${at.minute}`;
}

/** kk `2026 жылғы 1 мамыр`, ru `1 мая 2026 г.`, en `1 May 2026`. */
export function formatDateLong(value: string | Date | null | undefined, language: Language = currentLanguage()): string {
  const at = value ? moment(value) : null;
  if (at === null) return dash;
  const day = String(Number(at.day));
  const index = Number(at.month) - 1;
  if (language === 'kk') return `${at.year} жылғы ${day}${nbsp}${months.kk[index]}`;
  if (language === 'ru') return `${day}${nbsp}${russianGenitive[index]} ${at.year}${nbsp}г.`;
  return `${day} ${months.en[index]} ${at.year}`;
}

/** Day of the calendar now in the country, `2027-09-01`. */
export function today(): string {
  const at = moment(new Date())!;
  return `${at.year}-${at.month}-${at.day}`;
}

/** Year of the calendar now in the country; the default reporting year of pages that need one. */
export function currentYear(): number {
  return Number(moment(new Date())!.year);
}

/** 1536 → `1,5 КБ`. */
export function formatBytes(bytes: number, language: Language = currentLanguage()): string {
  const units = language === 'en' ? ['B', 'KB', 'MB', 'GB'] : ['Б', 'КБ', 'МБ', 'ГБ'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return formatNumber(size, unit === 0 ? 0 : 1, language) + nbsp + units[unit];
}

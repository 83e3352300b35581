import antd from 'antd/es/locale/ru_RU';
import 'dayjs/locale/ru';

const files = import.meta.glob<Record<string, string>>(['./ru.json', '../features/*/texts/ru.json'], {
  eager: true,
  import: 'default',
});

export const bundle = { antd, texts: Object.assign({}, ...Object.values(files)) as Record<string, string> };

import antd from 'antd/es/locale/kk_KZ';
import 'dayjs/locale/kk';

const files = import.meta.glob<Record<string, string>>(['./kk.json', '../features/*/texts/kk.json'], {
  eager: true,
  import: 'default',
});

export const bundle = { antd, texts: Object.assign({}, ...Object.values(files)) as Record<string, string> };

import antd from 'antd/es/locale/en_US';

const files = import.meta.glob<Record<string, string>>(['./en.json', '../features/*/texts/en.json'], {
  eager: true,
  import: 'default',
});

export const bundle = { antd, texts: Object.assign({}, ...Object.values(files)) as Record<string, string> };

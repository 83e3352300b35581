import { ImportOutlined } from '@ant-design/icons';
import { pageRoute, type Feature } from '../../lib/feature';

const bare = { context: false };

/** Импорт: tables of the department into the registers. */
export const feature: Feature = {
  key: 'imports',
  nav: [{ path: '/imports', label: 'imports.nav', text: 'imports.nav.text', icon: ImportOutlined, section: 'registers' }],
  routes: [
    pageRoute('/imports', () => import('./ImportsPage').then((m) => m.ImportsPage), bare),
    pageRoute('/imports/new', () => import('./NewImportPage').then((m) => m.NewImportPage), bare),
    pageRoute('/imports/:id', () => import('./ImportPage').then((m) => m.ImportPage), bare),
  ],
};

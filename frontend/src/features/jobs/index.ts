import { HistoryOutlined } from '@ant-design/icons';
import { pageRoute, type Feature } from '../../lib/feature';

/** Long work of the server: imports, queue runs, reports. */
export const feature: Feature = {
  key: 'jobs',
  nav: [{ path: '/jobs', label: 'jobs.nav', text: 'jobs.nav.text', icon: HistoryOutlined, section: 'administration' }],
  routes: [pageRoute('/jobs', () => import('./JobsPage').then((m) => m.JobsPage), { context: false })],
};

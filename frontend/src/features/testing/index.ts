import { TrophyOutlined } from '@ant-design/icons';
import { pageRoute, type Feature } from '../../lib/feature';

/** ҰБТ / ЕНТ: results of the national test. */
export const feature: Feature = {
  key: 'testing',
  nav: [
    {
      path: '/testing/national',
      label: 'testing.nav',
      text: 'testing.nav.text',
      icon: TrophyOutlined,
      permission: 'testing.read',
      section: 'analysis',
    },
  ],
  routes: [pageRoute('/testing/national', () => import('./NationalTestPage').then((m) => m.NationalTestPage), 'testing.read')],
};

import { BulbOutlined } from '@ant-design/icons';
import type { RouteObject } from 'react-router';
import { pageRoute, type NavItem } from '../../../lib/feature';

const read = 'preschool.read';

export const nav: NavItem[] = [
  {
    path: '/preschool/signals',
    label: 'preschool.signals.nav',
    text: 'preschool.signals.nav.text',
    icon: BulbOutlined,
    permission: read,
    section: 'preschool',
  },
];

export const routes: RouteObject[] = [
  pageRoute('/preschool/signals', () => import('./SignalsPage').then((m) => m.SignalsPage), read),
];

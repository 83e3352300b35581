import { BuildOutlined, HomeOutlined } from '@ant-design/icons';
import type { RouteObject } from 'react-router';
import { pageRoute, type NavItem } from '../../../lib/feature';
import './network.css';

const read = 'preschool.read';

export const nav: NavItem[] = [
  {
    path: '/preschool/kindergartens',
    label: 'preschool.network',
    text: 'preschool.network.text',
    icon: HomeOutlined,
    permission: read,
    section: 'preschool',
  },
  {
    path: '/preschool/network-changes',
    label: 'preschool.network.changes',
    text: 'preschool.network.changes.text',
    icon: BuildOutlined,
    permission: read,
    section: 'preschool',
  },
];

export const routes: RouteObject[] = [
  pageRoute('/preschool/kindergartens', () => import('./KindergartensPage').then((m) => m.KindergartensPage), read),
  pageRoute('/preschool/kindergartens/:id', () => import('./KindergartenPage').then((m) => m.KindergartenPage), {
    permission: read,
    context: false,
  }),
  pageRoute('/preschool/network-changes', () => import('./ChangesPage').then((m) => m.ChangesPage), read),
];

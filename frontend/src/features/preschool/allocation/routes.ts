import { AlertOutlined, PartitionOutlined, SolutionOutlined } from '@ant-design/icons';
import type { RouteObject } from 'react-router';
import { pageRoute, type NavItem } from '../../../lib/feature';

export const nav: NavItem[] = [
  {
    path: '/preschool/allocation',
    label: 'preschool.allocation.runs',
    text: 'preschool.allocation.runs.text',
    icon: PartitionOutlined,
    permission: 'preschool.read',
    section: 'preschool',
  },
  {
    path: '/preschool/offers',
    label: 'preschool.allocation.offers',
    text: 'preschool.allocation.offers.text',
    icon: SolutionOutlined,
    permission: 'preschool.queue.read',
    section: 'preschool',
  },
  {
    path: '/preschool/objections',
    label: 'preschool.allocation.objections',
    text: 'preschool.allocation.objections.text',
    icon: AlertOutlined,
    permission: 'preschool.queue.read',
    section: 'preschool',
  },
];

const queue = { permission: 'preschool.queue.read', context: false };

export const routes: RouteObject[] = [
  pageRoute('/preschool/allocation', () => import('./RunsPage').then((m) => m.RunsPage), 'preschool.read'),
  pageRoute('/preschool/allocation/:id', () => import('./RunPage').then((m) => m.RunPage), {
    permission: 'preschool.read',
    context: false,
  }),
  pageRoute('/preschool/offers', () => import('./OffersPage').then((m) => m.OffersPage), 'preschool.queue.read'),
  pageRoute('/preschool/offers/:id', () => import('./OfferPage').then((m) => m.OfferPage), queue),
  pageRoute('/preschool/places', () => import('./PlacesPage').then((m) => m.PlacesPage), queue),
  pageRoute('/preschool/objections', () => import('./ObjectionsPage').then((m) => m.ObjectionsPage), queue),
];

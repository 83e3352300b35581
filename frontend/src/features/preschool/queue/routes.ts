import { FormOutlined, OrderedListOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { RouteObject } from 'react-router';
import { pageRoute, type NavItem } from '../../../lib/feature';

const read = 'preschool.queue.read';
const write = 'preschool.queue.write';

export const nav: NavItem[] = [
  {
    path: '/preschool/queue',
    label: 'preschool.queue.nav',
    text: 'preschool.queue.nav.text',
    icon: OrderedListOutlined,
    permission: read,
    section: 'preschool',
  },
  {
    path: '/preschool/queue/new',
    label: 'preschool.queue.desk.nav',
    text: 'preschool.queue.desk.nav.text',
    icon: FormOutlined,
    permission: write,
    section: 'preschool',
  },
  {
    path: '/preschool/queue/proof',
    label: 'preschool.queue.proof.nav',
    icon: SafetyCertificateOutlined,
    permission: read,
    section: 'preschool',
  },
];

export const routes: RouteObject[] = [
  pageRoute('/preschool/queue', () => import('./QueuePage').then((m) => m.QueuePage), read),
  pageRoute('/preschool/queue/new', () => import('./DeskPage').then((m) => m.DeskPage), { permission: write, context: false }),
  pageRoute('/preschool/queue/proof', () => import('./ProofPage').then((m) => m.ProofPage), read),
  pageRoute('/preschool/queue/benefits', () => import('./BenefitsPage').then((m) => m.BenefitsPage), {
    permission: 'preschool.read',
    context: false,
  }),
  pageRoute('/preschool/queue/applications/:id', () => import('./ApplicationPage').then((m) => m.ApplicationPage), {
    permission: read,
    context: false,
  }),
];

/** The family's look: without sign-in. */
export const publicRoutes: RouteObject[] = [pageRoute('/queue', () => import('./LookUpPage').then((m) => m.LookUpPage))];

export const publicLinks = [{ path: '/queue', label: 'preschool.queue.lookup' }];

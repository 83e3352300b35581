import { AuditOutlined, ScheduleOutlined, SolutionOutlined } from '@ant-design/icons';
import type { RouteObject } from 'react-router';
import { pageRoute, type NavItem } from '../../../lib/feature';
import { writeAttendance, writeOrder } from './api';

const read = 'preschool.read';

export const nav: NavItem[] = [
  {
    path: '/preschool/state-order',
    label: 'preschool.order.nav',
    text: 'preschool.order.nav.text',
    icon: SolutionOutlined,
    permission: read,
    section: 'preschool',
  },
  {
    path: '/preschool/attendance',
    label: 'preschool.attendance.nav',
    text: 'preschool.attendance.nav.text',
    icon: ScheduleOutlined,
    permission: writeAttendance,
    section: 'preschool',
  },
  {
    path: '/preschool/acts',
    label: 'preschool.act.nav',
    text: 'preschool.act.nav.text',
    icon: AuditOutlined,
    permission: read,
    section: 'preschool',
  },
];

const own = { permission: read, context: false };
const entered = { permission: writeAttendance, context: false };

export const routes: RouteObject[] = [
  pageRoute('/preschool/state-order', () => import('./OrdersPage').then((m) => m.OrdersPage), read),
  pageRoute('/preschool/state-order/new', () => import('./OrderFormPage').then((m) => m.OrderFormPage), {
    permission: writeOrder,
    context: false,
  }),
  pageRoute('/preschool/state-order/tariffs', () => import('./TariffsPage').then((m) => m.TariffsPage), own),
  pageRoute('/preschool/state-order/:id', () => import('./OrderPage').then((m) => m.OrderPage), own),
  pageRoute('/preschool/state-order/:id/edit', () => import('./OrderFormPage').then((m) => m.OrderFormPage), {
    permission: writeOrder,
    context: false,
  }),
  pageRoute('/preschool/attendance', () => import('./AttendancePage').then((m) => m.AttendancePage), entered),
  pageRoute('/preschool/attendance/:groupId/:month', () => import('./SheetPage').then((m) => m.SheetPage), entered),
  pageRoute('/preschool/acts', () => import('./ActsPage').then((m) => m.ActsPage), own),
  pageRoute('/preschool/acts/:id', () => import('./ActPage').then((m) => m.ActPage), own),
];

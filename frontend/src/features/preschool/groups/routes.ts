import { ApartmentOutlined, ScheduleOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import type { RouteObject } from 'react-router';
import { pageRoute, type NavItem } from '../../../lib/feature';

const read = 'preschool.read';
const item = (path: string, label: string, icon: NavItem['icon'], text?: string): NavItem => ({
  path,
  label,
  text,
  icon,
  permission: read,
  section: 'preschool',
});

export const nav: NavItem[] = [
  item('/preschool/free-places', 'preschool.groups.free-places', UsergroupAddOutlined, 'preschool.groups.free-places.text'),
  item('/preschool/groups', 'preschool.groups', ApartmentOutlined),
  item('/preschool/staffing', 'preschool.groups.staffing', ScheduleOutlined),
];

export const routes: RouteObject[] = [
  pageRoute('/preschool/free-places', () => import('./FreePlacesPage').then((m) => m.FreePlacesPage), read),
  pageRoute('/preschool/groups', () => import('./GroupsPage').then((m) => m.GroupsPage), read),
  pageRoute('/preschool/staffing', () => import('./StaffingPage').then((m) => m.StaffingPage), read),
];

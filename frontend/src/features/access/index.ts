import { ApiOutlined, AuditOutlined, SafetyOutlined, TeamOutlined } from '@ant-design/icons';
import { pageRoute, type Feature } from '../../lib/feature';

const users = { permission: 'access.users.read', context: false };
const roles = { permission: 'access.roles.read', context: false };
const clients = { permission: 'access.clients.read', context: false };
const audit = { permission: 'platform.audit.read', context: false };

const userPage = () => import('./UserPage').then((m) => m.UserPage);
const rolePage = () => import('./RolePage').then((m) => m.RolePage);
const clientPage = () => import('./ClientPage').then((m) => m.ClientPage);

/** Users, roles, machine clients, the audit log, and one's own account. */
export const feature: Feature = {
  key: 'access',
  nav: [
    { path: '/users', label: 'access.users.nav', icon: TeamOutlined, permission: users.permission, section: 'administration' },
    { path: '/roles', label: 'access.roles.nav', icon: SafetyOutlined, permission: roles.permission, section: 'administration' },
    {
      path: '/clients',
      label: 'access.clients.nav',
      icon: ApiOutlined,
      permission: clients.permission,
      section: 'administration',
    },
    { path: '/audit', label: 'access.audit.nav', icon: AuditOutlined, permission: audit.permission, section: 'administration' },
  ],
  routes: [
    pageRoute('/users', () => import('./UsersPage').then((m) => m.UsersPage), users),
    pageRoute('/users/new', userPage, { permission: 'access.users.manage', context: false }),
    pageRoute('/users/:id', userPage, users),
    pageRoute('/roles', () => import('./RolesPage').then((m) => m.RolesPage), roles),
    pageRoute('/roles/new', rolePage, { permission: 'access.roles.manage', context: false }),
    pageRoute('/roles/:id', rolePage, roles),
    pageRoute('/clients', () => import('./ClientsPage').then((m) => m.ClientsPage), clients),
    pageRoute('/clients/new', clientPage, { permission: 'access.clients.manage', context: false }),
    pageRoute('/clients/:id', clientPage, clients),
    pageRoute('/audit', () => import('./AuditPage').then((m) => m.AuditPage), audit),
    pageRoute('/profile', () => import('./ProfilePage').then((m) => m.ProfilePage), { context: false }),
  ],
};

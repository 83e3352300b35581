import { BankOutlined, CalendarOutlined, EnvironmentOutlined, ProfileOutlined } from '@ant-design/icons';
import { pageRoute, type Feature } from '../../lib/feature';

const read = 'registry.institutions.read';
const write = 'registry.institutions.write';

/** Тізілім / Реестр: institutions with their history, norms, calendar. */
export const feature: Feature = {
  key: 'registry',
  nav: [
    {
      path: '/registry/institutions',
      label: 'registry.nav',
      text: 'registry.nav.text',
      icon: BankOutlined,
      permission: read,
      section: 'registers',
    },
    {
      path: '/registry/parameters',
      label: 'registry.parameters',
      text: 'registry.parameters.text',
      icon: ProfileOutlined,
      permission: 'registry.parameters.read',
      section: 'registers',
    },
    {
      path: '/registry/calendar',
      label: 'registry.calendar',
      icon: CalendarOutlined,
      permission: 'registry.calendar.read',
      section: 'registers',
    },
    {
      path: '/registry/territories',
      label: 'registry.territories',
      icon: EnvironmentOutlined,
      permission: 'registry.territories.read',
      section: 'registers',
    },
  ],
  routes: [
    pageRoute('/registry/institutions', () => import('./InstitutionsPage').then((m) => m.InstitutionsPage), read),
    pageRoute('/registry/institutions/new', () => import('./InstitutionFormPage').then((m) => m.InstitutionFormPage), {
      permission: write,
      context: false,
    }),
    pageRoute('/registry/institutions/:id', () => import('./InstitutionPage').then((m) => m.InstitutionPage), {
      permission: read,
      context: false,
    }),
    pageRoute('/registry/institutions/:id/edit', () => import('./InstitutionFormPage').then((m) => m.InstitutionFormPage), {
      permission: write,
      context: false,
    }),
    pageRoute('/registry/parameters', () => import('./ParametersPage').then((m) => m.ParametersPage), {
      permission: 'registry.parameters.read',
      context: false,
    }),
    pageRoute('/registry/calendar', () => import('./CalendarPage').then((m) => m.CalendarPage), {
      permission: 'registry.calendar.read',
      context: false,
    }),
    pageRoute('/registry/territories', () => import('./TerritoriesPage').then((m) => m.TerritoriesPage), {
      permission: 'registry.territories.read',
      context: false,
    }),
  ],
};

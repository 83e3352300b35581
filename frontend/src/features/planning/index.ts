import { AuditOutlined, FileDoneOutlined, FunctionOutlined } from '@ant-design/icons';
import { pageRoute, type Feature } from '../../lib/feature';

/** Reports in which every figure is computed and opens down to its records; what is printed elsewhere, held against them. */
export const feature: Feature = {
  key: 'planning',
  nav: [
    {
      path: '/planning/reports',
      label: 'planning.reports',
      text: 'planning.reports.text',
      icon: FileDoneOutlined,
      permission: 'planning.reports.read',
      section: 'analysis',
    },
    {
      path: '/planning/printed',
      label: 'planning.printed',
      text: 'planning.printed.text',
      icon: AuditOutlined,
      permission: 'planning.reports.read',
      section: 'analysis',
    },
    {
      path: '/planning/indicators',
      label: 'planning.indicators',
      text: 'planning.indicators.text',
      icon: FunctionOutlined,
      permission: 'planning.indicators.read',
      section: 'analysis',
    },
  ],
  routes: [
    pageRoute('/planning/reports', () => import('./ReportsPage').then((m) => m.ReportsPage), 'planning.reports.read'),
    pageRoute('/planning/reports/:id', () => import('./ReportPage').then((m) => m.ReportPage), {
      permission: 'planning.reports.read',
      context: false,
    }),
    pageRoute('/planning/printed', () => import('./PrintedPage').then((m) => m.PrintedPage), 'planning.reports.read'),
    pageRoute('/planning/indicators', () => import('./IndicatorsPage').then((m) => m.IndicatorsPage), {
      permission: 'planning.indicators.read',
      context: false,
    }),
  ],
};

import { ExperimentOutlined } from '@ant-design/icons';
import type { RouteObject } from 'react-router';
import { pageRoute, type NavItem } from '../../../lib/feature';

const permission = 'preschool.simulation.run';

export const nav: NavItem[] = [
  {
    path: '/preschool/simulations',
    label: 'preschool.simulation',
    text: 'preschool.simulation.text',
    icon: ExperimentOutlined,
    permission,
    section: 'preschool',
  },
];

export const routes: RouteObject[] = [
  pageRoute('/preschool/simulations', () => import('./SimulationsPage').then((m) => m.SimulationsPage), permission),
  pageRoute('/preschool/simulations/new', () => import('./NewSimulationPage').then((m) => m.NewSimulationPage), permission),
  pageRoute('/preschool/simulations/:id', () => import('./SimulationPage').then((m) => m.SimulationPage), {
    permission,
    context: false,
  }),
];

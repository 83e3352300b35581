import type { Feature } from '../../lib/feature';
import * as allocation from './allocation/routes';
import * as groups from './groups/routes';
import * as network from './network/routes';
import * as queue from './queue/routes';
import * as signals from './signals/routes';
import * as simulation from './simulation/routes';
import * as stateOrder from './stateOrder/routes';

/** Мектепке дейінгі тәрбие / дошкольное воспитание: a folder a process, as in the backend module. */
const processes = [network, groups, queue, allocation, simulation, stateOrder, signals];

export const feature: Feature = {
  key: 'preschool',
  nav: processes.flatMap((process) => process.nav),
  routes: processes.flatMap((process) => process.routes),
  publicRoutes: queue.publicRoutes,
  publicLinks: queue.publicLinks,
};

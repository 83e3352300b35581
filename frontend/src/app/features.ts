import { feature as access } from '../features/access';
import { feature as jobs } from '../features/jobs';
import { feature as planning } from '../features/planning';
import { feature as registry } from '../features/registry';
import { feature as testing } from '../features/testing';
import type { Feature } from '../lib/feature';

/** THE list of features; adding one is one import and one name. */
export const features: Feature[] = [registry, testing, planning, access, jobs];

import { feature as access } from '../features/access';
import { feature as imports } from '../features/imports';
import { feature as jobs } from '../features/jobs';
import { feature as planning } from '../features/planning';
import { feature as preschool } from '../features/preschool';
import { feature as registry } from '../features/registry';
import { feature as testing } from '../features/testing';
import type { Feature } from '../lib/feature';

/** THE list of features; adding one is one import and one name. */
export const features: Feature[] = [registry, imports, preschool, testing, planning, access, jobs];

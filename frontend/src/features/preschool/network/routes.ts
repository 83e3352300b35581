import type { RouteObject } from 'react-router';
import type { NavItem } from '../../../lib/feature';

export const nav: NavItem[] = [];

export const routes: RouteObject[] = [];

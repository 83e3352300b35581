import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

export type NavSection = 'registers' | 'preschool' | 'analysis' | 'administration';

export interface NavItem {
  /** Absolute path of the page, also its key. */
  path: string;
  /** Key of the name in the menu and on the tile. */
  label: string;
  /** Key of one sentence on the tile; without it there is no tile on the main page. */
  text?: string;
  icon: ComponentType;
  /** Shown only to who has it. */
  permission?: string;
  section: NavSection;
}

/** What a feature folder gives to the application: its `index.ts` exports one `feature`. */
export interface Feature {
  key: string;
  nav: NavItem[];
  routes: RouteObject[];
  /** Pages for everybody, outside the guard and the frame: each is a decision, as a public endpoint is. */
  publicRoutes?: RouteObject[];
  /** Those of them that stand below the sign-in. */
  publicLinks?: Pick<NavItem, 'path' | 'label'>[];
}

export interface RouteHandle {
  permission?: string;
  /** false: the page shows neither year nor territory, so the bar to choose them is left out. */
  context?: boolean;
}

/** A route whose page is loaded when it is first opened, with the permission it needs. */
export function pageRoute(path: string, load: () => Promise<ComponentType>, handle: string | RouteHandle = {}): RouteObject {
  return {
    path,
    handle: typeof handle === 'string' ? { permission: handle } : handle,
    lazy: async () => ({ Component: await load() }),
  };
}

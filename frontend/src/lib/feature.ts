import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

export type NavSection = 'registers' | 'analysis' | 'administration';

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
}

export interface RouteHandle {
  permission?: string;
}

/** A route whose page is loaded when it is first opened and which needs a permission. */
export function pageRoute(path: string, load: () => Promise<ComponentType>, permission?: string): RouteObject {
  return {
    path,
    handle: { permission } satisfies RouteHandle,
    lazy: async () => ({ Component: await load() }),
  };
}

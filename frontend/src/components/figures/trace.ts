import type { ReactNode } from 'react';

export interface TracePart {
  label: string;
  value: string;
}

/** Where a figure comes from: what the drawer shows. A feature maps the answer of its API to it. */
export interface FigureTrace {
  title: string;
  /** As printed, with unit. */
  value: string;
  /** In words or signs, e.g. `қатысушылар ÷ бітірушілер × 100`. */
  formula?: string;
  numerator?: TracePart;
  denominator?: TracePart;
  /** Period, territory, snapshot, legal source… */
  facts?: TracePart[];
  rows?: {
    columns: { key: string; title: string; numeric?: boolean }[];
    items: Record<string, ReactNode>[];
    /** How many there are when `items` holds only the first. */
    total?: number;
    /** Page that lists all of them. */
    href?: string;
  };
  /** Files and registers the rows were read from. */
  sources?: { name: string; detail?: string; href?: string }[];
}

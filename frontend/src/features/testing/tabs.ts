import type { NationalSummary, TestScope, View } from './api';

/** What every part of the page is given. */
export interface TabProps {
  scope: TestScope;
  view: View;
  summary: NationalSummary;
}

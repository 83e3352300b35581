import type { TFunction } from 'i18next';

/** What an account sees, in a few words. */
export function scopeText(
  row: { seesEverything: boolean; territoryCode: string | null; territoryName: string | null; institutionCount: number },
  t: TFunction,
): string {
  if (row.seesEverything) return t('access.scope.all');
  const parts: string[] = [];
  if (row.territoryCode !== null) parts.push(row.territoryName ?? row.territoryCode);
  if (row.institutionCount > 0) parts.push(t('access.scope.institutions', { count: row.institutionCount }));
  return parts.length === 0 ? t('access.scope.nothing') : parts.join(', ');
}

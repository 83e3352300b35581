import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../api/client';
import { fetchList } from '../../api/lists';
import { useCan } from '../../api/session';
import { useLanguage } from '../../lib/i18n';
import type { Language } from '../../lib/language';
import type { LocalizedText } from '../../lib/localized';

export const path = '/api/v1/access';

export interface Scope {
  everything: boolean;
  territoryCode: string | null;
  territoryName: string | null;
  institutions: { id: string; name: string }[];
}

export interface ScopeValues {
  everything: boolean;
  territoryCode: string | null;
  institutionIds: string[];
}

export interface UserRow {
  id: string;
  userName: string;
  displayName: string;
  isLocked: boolean;
  roles: string[];
  seesEverything: boolean;
  territoryCode: string | null;
  territoryName: string | null;
  institutionCount: number;
  lastSignInAt: string | null;
}

export interface User {
  id: string;
  userName: string;
  displayName: string;
  language: Language;
  /** By an administrator. */
  isLocked: boolean;
  /** By wrong passwords, for some minutes. */
  isLockedOut: boolean;
  roles: string[];
  scope: Scope;
  lastSignInAt: string | null;
}

export interface Role {
  id: string;
  code: string;
  name: LocalizedText;
  isBuiltIn: boolean;
  permissions: string[];
}

export interface PermissionGroup {
  module: string;
  permissions: { code: string; name: string }[];
}

export interface ClientRow {
  id: string;
  name: string;
  isRevoked: boolean;
  secretIssuedAt: string | null;
  permissions: string[];
  seesEverything: boolean;
  territoryCode: string | null;
  territoryName: string | null;
  institutionCount: number;
}

export interface Client {
  id: string;
  name: string;
  isRevoked: boolean;
  secretIssuedAt: string | null;
  permissions: string[];
  scope: Scope;
}

export const administrator = 'administrator';

export const noScope: ScopeValues = { everything: false, territoryCode: null, institutionIds: [] };

export const scopeValues = (scope: Scope): ScopeValues => ({
  everything: scope.everything,
  territoryCode: scope.territoryCode,
  institutionIds: scope.institutions.map((institution) => institution.id),
});

/** A scope as it is sent: whoever sees everything has no list besides. */
export const scopeBody = (scope: ScopeValues): ScopeValues =>
  scope.everything ? { ...noScope, everything: true } : { ...scope, territoryCode: scope.territoryCode ?? null };

export function useRoles() {
  const can = useCan();
  return useQuery({
    queryKey: ['access', 'roles'],
    queryFn: ({ signal }) =>
      fetchList<Role>(`${path}/roles`, { page: 1, pageSize: 200, sort: 'code', q: '', filters: {} }, {}, signal),
    enabled: can('access.roles.read'),
  });
}

export function usePermissions() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['access', 'permissions', language],
    queryFn: ({ signal }) => apiGet<PermissionGroup[]>(`${path}/permissions`, undefined, signal),
    staleTime: Infinity,
  });
}

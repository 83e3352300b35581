import { useQuery } from '@tanstack/react-query';
import { apiGet, apiRead } from '../../../api/client';
import type { LocalizedText } from '../../../lib/localized';

export const root = '/api/v1/preschool';
export const contractsPath = `${root}/state-order/contracts`;
export const tariffsPath = `${root}/state-order/tariffs`;
export const actsPath = `${root}/acts`;
export const childrenPath = `${root}/attendance/children`;
export const writeOrder = 'preschool.state-order.write';
export const writeAttendance = 'preschool.attendance.write';

export const places = ['urban', 'rural'] as const;
export const hours = ['fullDay', 'halfDay', 'roundTheClock'] as const;
export const marks = ['present', 'absent', 'ill', 'leave', 'quarantine', 'other'] as const;
export type Mark = (typeof marks)[number];

export interface OrderContract {
  id: string;
  institutionId: string;
  institutionName: LocalizedText;
  number: string | null;
  signedOn: string | null;
  competition: string | null;
  lot: string | null;
  startsOn: string;
  endsOn: string;
  lastDay: string;
  places: number | null;
  kindergartens: number;
  place: (typeof places)[number];
  hours: (typeof hours)[number];
  profile: string;
  status: 'active' | 'terminated';
  terminationReason: string | null;
  importId: string | null;
  importRow: number | null;
  version: number;
}

export interface OrderSummary {
  on: string;
  contracts: number;
  kindergartens: number;
  places: number | null;
  placesKnown: number;
  contractsWithoutPlaces: number;
  children: number;
}

export interface Tariff {
  id: string;
  territoryCode: string;
  kind: string | null;
  place: string | null;
  hours: string | null;
  profile: string | null;
  age: 'nursery' | 'preschool' | null;
  monthly: number;
  parentFee: number | null;
  validFrom: string;
  validTo: string | null;
  legalAct: string;
  version: number;
}

export interface AttendanceGroup {
  groupId: string;
  groupName: string;
  institutionId: string;
  institutionName: LocalizedText;
  children: number;
  present: number;
  absent: number;
  isClosed: boolean;
}

export interface AttendanceChild {
  id: string;
  contractId: string;
  groupId: string;
  number: string;
  hasIin: boolean;
  enrolledFrom: string;
  enrolledTo: string | null;
  version: number;
}

export interface SheetMark {
  day: number;
  mark: Mark;
  document: string | null;
}

export interface SheetLine {
  childId: string;
  number: string;
  from: number;
  to: number;
  present: number;
  absent: number;
  blank: number;
  enrolled: number;
  marks: SheetMark[];
}

export interface SheetDay {
  day: number;
  isWorking: boolean;
  isFuture: boolean;
}

export interface Sheet {
  groupId: string;
  groupName: string;
  institutionName: LocalizedText;
  month: string;
  isClosed: boolean;
  workingDays: number;
  days: SheetDay[];
  children: SheetLine[];
  version: number;
}

export interface Act {
  id: string;
  contractId: string;
  contractNumber: string | null;
  institutionId: string;
  institutionName: LocalizedText;
  month: string;
  revision: number;
  reason: string | null;
  state: 'draft' | 'approved' | 'superseded';
  places: number | null;
  workingDays: number;
  confirmedDays: number;
  placeDays: number | null;
  amount: number;
  approvedAt: string | null;
  hash: string | null;
  hashHolds: boolean;
  lines: {
    groupId: string;
    groupName: string;
    tariffId: string;
    monthly: number;
    legalAct: string;
    children: number;
    days: number;
    amount: number;
  }[];
  version: number;
}

export const etagOf = (record: { version: number }) => `"${record.version}"`;
export const sheetPath = (groupId: string, month: string) => `${root}/attendance/groups/${groupId}/${month}`;

export const useContract = (id: string | undefined) =>
  useQuery({
    queryKey: ['preschool', 'contract', id],
    queryFn: ({ signal }) => apiRead<OrderContract>(`${contractsPath}/${id}`, {}, signal),
    enabled: id !== undefined,
  });

export const useSheet = (groupId: string, month: string) =>
  useQuery({
    queryKey: ['preschool', 'sheet', groupId, month],
    queryFn: ({ signal }) => apiGet<Sheet>(sheetPath(groupId, month), {}, signal),
  });

export const useAct = (id: string) =>
  useQuery({
    queryKey: ['preschool', 'act', id],
    queryFn: ({ signal }) => apiGet<Act>(`${actsPath}/${id}`, {}, signal),
  });

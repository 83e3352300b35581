import type { LocalizedText } from '../../../lib/localized';

const root = '/api/v1/preschool/allocation';
export const runsPath = `${root}/runs`;
export const poolsPath = `${root}/pools`;
export const proposalsPath = `${root}/proposals`;
export const offersPath = `${root}/offers`;
export const placesPath = `${root}/places`;
export const claimsPath = `${root}/claims`;
export const manualOffersPath = `${root}/manual-offers`;
export const objectionsPath = `${root}/objections`;

export const runStates = ['computing', 'draft', 'approved', 'publishing', 'published', 'stale', 'discarded'] as const;
export type RunState = (typeof runStates)[number];
export const runTones = {
  computing: 'info',
  draft: 'neutral',
  approved: 'info',
  publishing: 'info',
  published: 'success',
  stale: 'warning',
  discarded: 'neutral',
} as const;

export interface Run {
  id: string;
  territoryCode: string;
  territoryName: LocalizedText;
  day: string;
  state: RunState;
  madeByMe: boolean;
  jobId: string | null;
  waiting: number;
  places: number;
  proposed: number;
  createdAt: string;
  publishedAt: string | null;
}

export interface RunPool {
  pool: string;
  territoryCode: string;
  territoryName: LocalizedText;
  birthYear: number;
  language: string;
  profile: LocalizedText;
  waiting: number;
  eligible: number;
  places: number;
  vouchersOut: number;
  proposed: number;
  left: number;
}

export interface Proposal {
  order: number;
  pool: string;
  territoryCode: string;
  territoryName: LocalizedText;
  winnerKey: string;
  nextKey: string | null;
  rules: string;
  institution: LocalizedText | null;
  offerNumber: string | null;
}

export interface Recheck {
  matches: boolean;
  compared: number;
  differences: { order: number; pool: string; expected: string | null; found: string | null }[];
}

export const offerStates = [
  'awaitingSignature',
  'offered',
  'confirmed',
  'waitlisted',
  'enrolled',
  'declined',
  'lapsed',
  'annulled',
  'rejected',
  'withdrawn',
] as const;
export type OfferState = (typeof offerStates)[number];
export const offerWays = ['run', 'manual', 'claim'] as const;
export const offerTones = {
  awaitingSignature: 'warning',
  offered: 'info',
  confirmed: 'info',
  waitlisted: 'warning',
  enrolled: 'success',
  declined: 'neutral',
  lapsed: 'danger',
  annulled: 'danger',
  rejected: 'neutral',
  withdrawn: 'neutral',
} as const;

export interface Offer {
  id: string;
  version: number;
  number: string | null;
  territoryCode: string;
  pool: string;
  applicationId: string;
  applicationNumber: string;
  way: (typeof offerWays)[number];
  state: OfferState;
  groupId: string | null;
  groupName: string | null;
  institutionId: string | null;
  institutionKk: string | null;
  institutionRu: string | null;
  until: string | null;
  extended: boolean;
  winnerKey: string;
  nextKey: string | null;
  rules: string;
  runId: string | null;
  reason: string | null;
  requestedByMe: boolean;
}

export interface Place {
  groupId: string;
  groupName: string;
  institutionId: string;
  institution: LocalizedText;
  open: number;
  openToAll: number;
}

export interface PlacesFor {
  applicationId: string;
  applicationNumber: string;
  state: string;
  mayClaim: boolean;
  places: Place[];
}

export const manualReasons = ['court', 'mistake', 'siblings', 'closure', 'other'] as const;

export interface Objection {
  id: string;
  version: number;
  applicationId: string;
  applicationNumber: string;
  offerId: string | null;
  receivedOn: string;
  due: string;
  outcome: 'upheld' | 'refused' | null;
  answeredOn: string | null;
  overdue: boolean;
}

export interface ObjectionCard {
  objection: Objection;
  text: string;
  answer: string | null;
}

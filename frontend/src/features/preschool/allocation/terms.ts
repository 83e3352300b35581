import type { Tone } from '../../../components/StatusTag';
import { currentLanguage } from '../../../lib/language';
import type { Offer } from './api';

/** Today in Kazakhstan, as the API writes days. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty' }).format(now);
}

/** Over, runs out today, still some days. */
export function termTone(until: string, day: string = today()): Tone {
  if (until < day) return 'danger';
  return until === day ? 'warning' : 'neutral';
}

export function kindergartenOf(offer: Offer): string | null {
  const name = currentLanguage() === 'kk' ? offer.institutionKk : (offer.institutionRu ?? offer.institutionKk);
  return name === null ? null : [name, offer.groupName].filter(Boolean).join(', ');
}

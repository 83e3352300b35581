import { describe, expect, it } from 'vitest';
import { termTone, today } from './terms';

describe('terms of offers', () => {
  it('the day is that of Kazakhstan, not of the browser', () => {
    expect(today(new Date('2026-09-03T18:59:00Z'))).toBe('2026-09-03');
    expect(today(new Date('2026-09-03T19:01:00Z'))).toBe('2026-09-04');
  });

  it('what runs out today stands out from what is over', () => {
    expect(termTone('2026-09-03', '2026-09-03')).toBe('warning');
    expect(termTone('2026-09-02', '2026-09-03')).toBe('danger');
    expect(termTone('2026-09-04', '2026-09-03')).toBe('neutral');
  });
});

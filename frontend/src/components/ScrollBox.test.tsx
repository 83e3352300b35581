import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ScrollBox } from './ScrollBox';

const show = () =>
  render(
    <ScrollBox label="Пәндер">
      <p>107,78</p>
    </ScrollBox>,
  );

afterEach(() => vi.restoreAllMocks());

test('what does not fit can be reached and scrolled with the keyboard', () => {
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(328);
  show();
  expect(screen.getByRole('region', { name: 'Пәндер' }).tabIndex).toBe(0);
});

test('what fits is no stop on the way of the Tab key', () => {
  show();
  expect(screen.queryByRole('region')).toBeNull();
  expect(screen.getByText('107,78').parentElement?.hasAttribute('tabindex')).toBe(false);
});

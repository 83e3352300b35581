import { useMemo } from 'react';
import { usePhone } from '../../lib/hooks';
import { useAppearance } from '../../lib/theme';
import type { Look } from './bars';

const inks = { light: { ink: '#4b626c', onBar: '#ffffff' }, dark: { ink: '#b4c6cd', onBar: '#0b161b' } };

export function useLook(): Look {
  const phone = usePhone();
  const { dark } = useAppearance();
  return useMemo(() => ({ phone, ...inks[dark ? 'dark' : 'light'] }), [phone, dark]);
}

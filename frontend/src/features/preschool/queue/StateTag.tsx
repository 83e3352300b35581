import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../../components/StatusTag';

const tones: Record<string, Tone> = {
  waiting: 'info',
  offered: 'warning',
  confirmed: 'warning',
  enrolled: 'success',
  stopListed: 'danger',
  inactive: 'danger',
};

export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[state] ?? 'neutral'}>{t(`preschool.queue.state.${state}`)}</StatusTag>;
}

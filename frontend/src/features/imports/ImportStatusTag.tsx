import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../components/StatusTag';
import type { ImportStatus } from './api';

const tones: Record<ImportStatus, Tone> = {
  uploaded: 'neutral',
  recognised: 'info',
  checking: 'info',
  checked: 'warning',
  applying: 'info',
  applied: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

export function ImportStatusTag({ status }: { status: ImportStatus }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[status]}>{t(`imports.status.${status}`)}</StatusTag>;
}

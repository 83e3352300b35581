import './form.css';
import { CloudUploadOutlined } from '@ant-design/icons';
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../lib/formats';

export interface FileDropProps {
  onFile: (file: File) => void;
  /** Endings that are taken, e.g. `['.xlsx', '.csv']`. */
  accept: string[];
  maxMegabytes?: number;
  busy?: boolean;
  /** What the file should hold. */
  hint?: string;
  /** The chosen file, shown in place of the invitation. */
  file?: File | null;
}

/** A place to drop one file or to choose it; wrong endings and sizes are told before anything is sent. */
export function FileDrop({ onFile, accept, maxMegabytes = 50, busy = false, hint, file }: FileDropProps) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const take = (files: FileList | null) => {
    const chosen = files?.[0];
    if (!chosen || busy) return;
    const known = accept.some((ending) => chosen.name.toLowerCase().endsWith(ending));
    if (files.length > 1) setRefusal(t('file.one'));
    else if (!known) setRefusal(t('file.wrong-kind', { kinds: accept.join(', ') }));
    else if (chosen.size === 0) setRefusal(t('file.empty'));
    else if (chosen.size > maxMegabytes * 1024 * 1024) setRefusal(t('file.too-large', { size: maxMegabytes }));
    else {
      setRefusal(null);
      onFile(chosen);
    }
  };

  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside && !busy);
  };

  return (
    <div className="file-drop-field">
      <label
        className={`file-drop${over ? ' file-drop-over' : ''}${busy ? ' file-drop-busy' : ''}`}
        htmlFor={id}
        onDragEnter={(event) => drag(event, true)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={accept.join(',')}
          disabled={busy}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <span className="empty-icon" aria-hidden="true">
          <CloudUploadOutlined />
        </span>
        <strong>{file ? file.name : t('file.drop')}</strong>
        <span id={`${id}-note`}>
          {file
            ? formatBytes(file.size)
            : [hint, t('file.limits', { kinds: accept.join(', '), size: maxMegabytes })].filter(Boolean).join(' ')}
        </span>
      </label>
      {refusal && (
        <p className="file-drop-refusal" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

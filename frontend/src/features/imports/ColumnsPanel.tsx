import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPut } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { Rows } from '../../components/table/Rows';
import { importPath, type Import, type ImportedColumn } from './api';

/** Which column of the file is which: recognised by headings, corrected by hand. */
export function ColumnsPanel({ file, etag, onSaved }: { file: Import; etag: string | null; onSaved: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<Record<string, string | null>>({});
  const letterOf = (column: ImportedColumn) => (column.key in changed ? changed[column.key] : column.letter);
  const save = useMutation({
    mutationFn: (sheet: number) =>
      apiPut(
        importPath(file.id),
        sheet === file.sheet
          ? {
              options: file.options,
              sheet,
              headerRow: file.headerRow,
              mapping: Object.fromEntries(file.columns.map((column) => [column.key, letterOf(column) ?? null])),
            }
          : { options: file.options, sheet },
        { etag },
      ),
    onSuccess: async () => {
      setChanged({});
      await onSaved();
    },
  });
  const headings = file.headings.map(({ letter, text }) => ({ value: letter, label: `${letter} · ${text || '—'}` }));
  return (
    <section className="panel">
      <h2>{t('imports.columns')}</h2>
      <ProblemAlert error={save.error} />
      {file.sheets.length > 1 && (
        <label>
          {t('imports.sheet')}{' '}
          <Select
            value={file.sheet}
            style={{ minWidth: 180 }}
            onChange={(sheet: number) => save.mutate(sheet)}
            options={file.sheets.map((name, value) => ({ value, label: name }))}
          />
        </label>
      )}
      {file.missing.length > 0 && (
        <p role="alert">
          <StatusTag tone="danger">{t('imports.columns.missing')}</StatusTag>{' '}
          {file.columns
            .filter((column) => file.missing.includes(column.key))
            .map((column) => column.name)
            .join(', ')}
        </p>
      )}
      <Rows<ImportedColumn>
        caption={t('imports.columns')}
        rows={file.columns}
        rowKey={(column) => column.key}
        columns={[
          {
            key: 'name',
            title: t('imports.column'),
            render: (column) => (
              <>
                {column.name} {column.required && <span className="muted">{t('imports.column.required')}</span>}
              </>
            ),
          },
          {
            key: 'letter',
            title: t('imports.column.in-file'),
            render: (column) => (
              <Select
                allowClear
                aria-label={column.name}
                style={{ width: '100%' }}
                value={letterOf(column) ?? undefined}
                placeholder={t('imports.column.none')}
                options={headings}
                onChange={(letter?: string) => setChanged((old) => ({ ...old, [column.key]: letter ?? null }))}
              />
            ),
          },
        ]}
      />
      {Object.keys(changed).length > 0 && (
        <div className="form-actions">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(file.sheet)}>
            {t('action.save')}
          </Button>
          <Button onClick={() => setChanged({})}>{t('action.cancel')}</Button>
        </div>
      )}
    </section>
  );
}

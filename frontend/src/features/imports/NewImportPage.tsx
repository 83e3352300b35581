import { Button, Form, Input, InputNumber, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { apiUpload } from '../../api/client';
import { useTerritories } from '../../api/territories';
import { Empty } from '../../components/Empty';
import { DateInput } from '../../components/form/DateInput';
import { FileDrop } from '../../components/form/FileDrop';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useContextPath, usePageContext } from '../../lib/context';
import { useDebounced } from '../../lib/hooks';
import { localized } from '../../lib/localized';
import { importsPath, useDefinitions, type Import, type ImportOption } from './api';

type Values = Record<string, string | number | undefined>;

/** First step: which table, of what year and territory, and the file. */
export function NewImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const [search] = useSearchParams();
  const { year, territory } = usePageContext();
  const definitions = useDefinitions();
  const [key, setKey] = useState<string | null>(search.get('definition'));
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [form] = Form.useForm<Values>();
  const definition = definitions.data?.find((d) => d.key === key);

  const upload = async (values: Values) => {
    if (!definition || !file) return;
    setBusy(true);
    setError(null);
    try {
      const chosen = Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
      );
      const result = await apiUpload<Import>(
        importsPath,
        file,
        { definition: definition.key, options: JSON.stringify(chosen) },
        { idempotencyKey: crypto.randomUUID() },
      );
      // Back leads to the list: this form has done its work.
      await navigate(contextPath(`/imports/${result.id}`), { replace: true });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page title={t('imports.new')} narrow breadcrumbs={[{ label: t('imports.title'), to: '/imports' }]}>
      <section className="panel">
        <ProblemAlert error={definitions.error ?? error} />
        {definitions.isPending && <Skeleton active />}
        {definitions.data?.length === 0 && <Empty title={t('imports.none-allowed')} />}
        {definitions.data && definitions.data.length > 0 && (
          <Form<Values>
            form={form}
            layout="vertical"
            initialValues={{ year: year ?? undefined, territory: territory ?? undefined }}
            onFinish={(values) => void upload(values)}
          >
            <Form.Item label={t('imports.table')} required>
              <Select
                aria-label={t('imports.table')}
                value={key}
                onChange={setKey}
                placeholder={t('imports.table.choose')}
                options={definitions.data.map((d) => ({ value: d.key, label: d.name }))}
              />
            </Form.Item>
            {definition?.options.map((option) => (
              <Form.Item
                key={option.key}
                name={option.key}
                label={option.name}
                rules={[{ required: option.required, message: t('imports.option.required') }]}
              >
                <OptionInput option={option} />
              </Form.Item>
            ))}
            {definition && (
              <>
                <p className="muted">
                  {t('imports.columns.wanted')}: {definition.columns.map((column) => column.name).join(', ')}.
                </p>
                <FileDrop accept={['.xlsx', '.csv']} onFile={setFile} file={file} busy={busy} />
              </>
            )}
            <div className="form-actions">
              <Button type="primary" htmlType="submit" loading={busy} disabled={!definition || !file}>
                {t('imports.upload')}
              </Button>
            </div>
          </Form>
        )}
      </section>
    </Page>
  );
}

interface InputProps {
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

function OptionInput({ option, id, value, onChange }: InputProps & { option: ImportOption }) {
  const text = value as string | undefined;
  if (option.kind === 'integer') {
    return (
      <InputNumber<number>
        id={id}
        value={value as number}
        onChange={onChange}
        precision={0}
        style={{ width: 160 }}
        controls={false}
      />
    );
  }

  if (option.kind === 'territory') return <TerritoryInput id={id} value={text} onChange={onChange} />;
  if (option.kind === 'date') return <DateInput id={id} value={text} onChange={onChange} />;
  return <Input id={id} value={text} onChange={(event) => onChange?.(event.target.value)} />;
}

function TerritoryInput(props: { id?: string; value?: string; onChange?: (value: unknown) => void }) {
  const [q, setQ] = useState('');
  const found = useTerritories(useDebounced(q, 250) || (props.value ?? ''), true);
  return (
    <Select<string>
      id={props.id}
      value={props.value}
      onChange={(value) => props.onChange?.(value)}
      showSearch
      filterOption={false}
      onSearch={setQ}
      loading={found.isFetching}
      options={(found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${localized(name)} (${code})` }))}
    />
  );
}

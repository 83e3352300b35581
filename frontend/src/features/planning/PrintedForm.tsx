import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiDelete, apiGet, apiPost, apiPut, apiRead } from '../../api/client';
import { asProblem } from '../../api/problem';
import { useUser } from '../../api/session';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import { ProblemAlert, problemText } from '../../components/ProblemAlert';
import { currentYear } from '../../lib/formats';
import { useReturnFocus } from '../../lib/hooks';
import { localized } from '../../lib/localized';
import { chapters, indicatorsPath, printedPath, relations, type Claim, type Indicator, type Printed } from './api';
import { TerritoryChoice } from './NewReport';

interface PrintedFormProps {
  /** Null for a new one. */
  printed: Printed | null;
  year: number | null;
  territory: string | null;
  onClose: () => void;
  onSaved: () => void;
}

interface Values extends Claim {
  period: number;
  territoryCode: string | null;
}

/** Enters or corrects a printed figure. */
export function PrintedForm(props: PrintedFormProps) {
  const { t } = useTranslation();
  const { printed } = props;
  const read = useQuery({
    queryKey: [printedPath, printed?.id],
    queryFn: ({ signal }) => apiRead<Printed>(`${printedPath}/${printed?.id}`, {}, signal),
    enabled: printed !== null,
    staleTime: 0,
  });
  useReturnFocus(true);
  return (
    <Drawer
      open
      size="min(560px, 100vw)"
      title={printed ? (printed.label ?? printed.code) : t('planning.printed.new')}
      onClose={props.onClose}
    >
      <ProblemAlert error={read.error} />
      {(printed === null || read.data) && (
        <Fields {...props} printed={read.data?.data ?? null} etag={read.data?.etag ?? null} key={read.data?.etag ?? 'new'} />
      )}
    </Drawer>
  );
}

function Fields({ printed, etag, year, territory, onClose, onSaved }: PrintedFormProps & { etag: string | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const own = useUser()?.scope.territoryCode ?? null;
  const state = useApiForm<Values>({
    initial: printed
      ? { ...printed, period: Number(printed.period) }
      : {
          document: '',
          place: '',
          printed: '',
          relation: 'equals',
          period: year ?? currentYear() - 1,
          territoryCode: territory ?? own,
        },
    etag,
    save: (
      { document, place, label, code, valuePeriod, dimensions, printed: text, relation, operands, chapter, ...where },
      version,
    ) => {
      const claim = { document, place, label, code, valuePeriod, dimensions, printed: text, relation, operands, chapter };
      return printed
        ? apiPut(`${printedPath}/${printed.id}`, claim, { etag: version })
        : apiPost(
            printedPath,
            { ...claim, territoryCode: where.territoryCode ?? '', period: String(where.period) },
            { idempotencyKey: true },
          );
    },
    onSaved,
  });
  const relation = Form.useWatch('relation', state.form) ?? state.initial.relation;
  const remove = async () => {
    try {
      await apiDelete(`${printedPath}/${printed!.id}`, { etag });
      onSaved();
    } catch (error) {
      void message.error(problemText(asProblem(error), t).title);
    }
  };
  return (
    <ApiForm state={state} onCancel={onClose}>
      {printed === null && (
        <>
          <Form.Item name="period" label={t('planning.year')}>
            <InputNumber min={1991} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="territoryCode" label={t('planning.territory')}>
            <TerritoryChoice />
          </Form.Item>
        </>
      )}
      <Form.Item name="document" label={t('planning.printed.document')}>
        <Input maxLength={400} />
      </Form.Item>
      <Form.Item name="place" label={t('planning.printed.place')}>
        <Input maxLength={400} />
      </Form.Item>
      <Form.Item name="label" label={t('planning.printed.label')}>
        <Input maxLength={400} />
      </Form.Item>
      <Form.Item name="printed" label={t('planning.finding.printed')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="relation" label={t('planning.relation')}>
        <Select options={relations.map((value) => ({ value, label: t(`planning.relation.${value}`) }))} />
      </Form.Item>
      {relation !== 'equals' && (
        <Form.Item name="operands" label={t('planning.operands')} extra={t(`planning.operands.${relation}`)}>
          <Input maxLength={2000} />
        </Form.Item>
      )}
      <Form.Item name="code" label={t('planning.indicator')}>
        <IndicatorChoice />
      </Form.Item>
      <Form.Item name="chapter" label={t('planning.chapter')} extra={t('planning.printed.chapter.text')}>
        <Select allowClear options={chapters.map((value) => ({ value, label: t(`planning.chapter.${value}`) }))} />
      </Form.Item>
      <Form.Item name="valuePeriod" label={t('planning.printed.value-period')} extra={t('planning.printed.value-period.text')}>
        <Input maxLength={10} />
      </Form.Item>
      {printed && (
        <Form.Item>
          <Button danger onClick={() => void remove()}>
            {t('action.delete')}
          </Button>
        </Form.Item>
      )}
    </ApiForm>
  );
}

function IndicatorChoice({
  value,
  onChange,
  id,
}: {
  value?: string | null;
  onChange?: (code: string | null) => void;
  id?: string;
}) {
  const indicators = useQuery({
    queryKey: [indicatorsPath, 'all'],
    queryFn: ({ signal }) => apiGet<{ items: Indicator[] }>(indicatorsPath, { pageSize: 200, sort: 'name' }, signal),
  });
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={(indicators.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${localized(name)} (${code})` }))}
      onChange={(code?: string) => onChange?.(code ?? null)}
    />
  );
}

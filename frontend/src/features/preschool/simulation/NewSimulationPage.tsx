import './simulation.css';
import { Form, Input, InputNumber, Select, Skeleton, Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { apiPost } from '../../../api/client';
import { useUser } from '../../../api/session';
import { Empty } from '../../../components/Empty';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useContextPath, usePageContext } from '../../../lib/context';
import { formatNumber } from '../../../lib/formats';
import { regimes, simulationsPath, useBasis, type Basis, type Scenario } from './api';
import { OpeningsField } from './OpeningsField';

interface Values {
  name: string;
  scenario: Scenario;
}

const initial: Values = {
  name: '',
  scenario: {
    months: 12,
    seed: 1,
    inflowPercent: 100,
    freedPercent: 100,
    freedPerMonth: null,
    openings: [],
    generalPerPriority: null,
    groupPlaces: null,
    regime: null,
  },
};

/** A scenario for the queue of the territory in the address, or of the user's own. */
export function NewSimulationPage() {
  const { t } = useTranslation();
  const context = usePageContext();
  const own = useUser()?.scope.territoryCode ?? null;
  const territory = context.territory ?? own;
  const basis = useBasis(territory);
  return (
    <Page
      title={t('preschool.simulation.new')}
      narrow
      breadcrumbs={[{ label: t('preschool.simulation'), to: '/preschool/simulations' }]}
    >
      {territory === null && (
        <Empty title={t('preschool.simulation.no-territory')} text={t('preschool.simulation.no-territory.text')} />
      )}
      <ProblemAlert error={basis.error} onRetry={() => void basis.refetch()} />
      {basis.isLoading && <Skeleton active />}
      {territory !== null && basis.data && Object.keys(basis.data.queues).length === 0 && (
        <Empty title={t('preschool.simulation.no-queue')} text={t('preschool.simulation.no-queue.text')} />
      )}
      {territory !== null && basis.data && Object.keys(basis.data.queues).length > 0 && (
        <ScenarioForm key={territory} territory={territory} basis={basis.data} />
      )}
    </Page>
  );
}

function ScenarioForm({ territory, basis }: { territory: string; basis: Basis }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const state = useApiForm<Values, { id: string }>({
    initial,
    save: ({ name, scenario }) =>
      apiPost(
        simulationsPath,
        { territoryCode: territory, name, scenario: { ...initial.scenario, ...scenario, regime: scenario.regime ?? null } },
        { idempotencyKey: true },
      ),
    onSaved: ({ id }) => void navigate(contextPath(`/preschool/simulations/${id}`)),
  });
  const months = Form.useWatch(['scenario', 'months'], state.form) ?? initial.scenario.months;
  const now = (value: string) => t('preschool.simulation.as-now', { value });
  return (
    <ApiForm state={state} submitLabel={t('preschool.simulation.run')}>
      <section className="panel">
        <p className="muted">
          {t('preschool.simulation.basis', {
            waiting: formatNumber(basis.waiting),
            open: formatNumber(basis.openPlaces),
            arrived: formatNumber(basis.arrivedLastYear),
            freed: formatNumber(basis.freedLastYear),
          })}
        </p>
        <Form.Item name="name" label={t('preschool.simulation.name')}>
          <Input maxLength={200} placeholder={t('preschool.simulation.name.hint')} />
        </Form.Item>
        <Range name="months" min={1} max={36} label={t('preschool.simulation.months')} />
      </section>
      <section className="panel">
        <h2>{t('preschool.simulation.changes')}</h2>
        <OpeningsField basis={basis} months={months} />
        <div className="simulation-fields">
          <Form.Item
            name={['scenario', 'generalPerPriority']}
            label={t('preschool.simulation.ratio')}
            extra={t('preschool.simulation.ratio.text')}
          >
            <InputNumber
              min={0}
              max={20}
              precision={0}
              placeholder={basis.generalPerPriority === null ? undefined : now(String(basis.generalPerPriority))}
            />
          </Form.Item>
          <Form.Item
            name={['scenario', 'groupPlaces']}
            label={t('preschool.simulation.norm')}
            extra={t('preschool.simulation.norm.text')}
          >
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
          <Form.Item name={['scenario', 'regime']} label={t('preschool.simulation.regime')}>
            <Select
              allowClear
              placeholder={basis.regime === null ? undefined : now(t(`preschool.simulation.regime.${basis.regime}`))}
              options={regimes.map((value) => ({ value, label: t(`preschool.simulation.regime.${value}`) }))}
            />
          </Form.Item>
        </div>
      </section>
      <section className="panel">
        <h2>{t('preschool.simulation.assumptions')}</h2>
        <Range name="inflowPercent" min={0} max={300} label={t('preschool.simulation.inflow')} />
        <Range name="freedPercent" min={0} max={300} label={t('preschool.simulation.freed')} />
        <Form.Item
          name={['scenario', 'freedPerMonth']}
          label={t('preschool.simulation.freed-month')}
          extra={t('preschool.simulation.freed-month.text')}
        >
          <InputNumber min={0} max={100000} precision={0} />
        </Form.Item>
      </section>
    </ApiForm>
  );
}

function Range({ name, label, min, max }: { name: keyof Scenario; label: string; min: number; max: number }) {
  return (
    <Form.Item name={['scenario', name]} label={label}>
      <RangeInput label={label} min={min} max={max} />
    </Form.Item>
  );
}

interface RangeInputProps {
  label: string;
  min: number;
  max: number;
  value?: number;
  onChange?: (value: number) => void;
  id?: string;
}

/** A slider with its figure beside it: the figure is for the keyboard and for exact values. */
function RangeInput({ label, min, max, value = min, onChange, id }: RangeInputProps) {
  return (
    <div className="simulation-range">
      <Slider min={min} max={max} value={value} onChange={onChange} ariaLabelForHandle={label} />
      <InputNumber id={id} min={min} max={max} precision={0} value={value} onChange={(next) => onChange?.(next ?? min)} />
    </div>
  );
}

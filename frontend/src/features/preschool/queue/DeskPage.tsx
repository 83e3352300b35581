import { Alert, Button, Form, Input, Radio, Select, type InputRef } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPost } from '../../../api/client';
import { asProblem, type ApiProblem } from '../../../api/problem';
import { AppLink } from '../../../components/AppLink';
import { DateInput } from '../../../components/form/DateInput';
import { showFieldErrors } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { usePageContext } from '../../../lib/context';
import { applicationsPath, bornOnOf, languages, profiles, useBenefits, type Registered } from './api';
import { KindergartenSelect, TerritorySelect } from './Selects';
import './lookUp.css';

interface Values {
  iin: string;
  birthDocument?: string;
  bornOn: string | null;
  childName: string;
  applicantName: string;
  applicantPhone: string;
  territoryCode?: string;
  language: string;
  profile: string;
  wishes: string[];
  appliedOn?: string | null;
  reason?: string;
  benefit?: { code?: string; evidenceType?: string; evidenceNumber?: string; issuedOn?: string | null; validTo?: string | null };
}

/** One application after the other, without leaving the keyboard: ИИН, names, Enter. */
export function DeskPage() {
  const { t } = useTranslation();
  const { territory } = usePageContext();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const first = useRef<InputRef>(null);
  const [done, setDone] = useState<Registered | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [shown, setShown] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const { options } = useBenefits(null);
  const favoured = Form.useWatch(['benefit', 'code'], form) as string | undefined;
  const paper = Form.useWatch('appliedOn', form);
  const initial: Values = {
    iin: '',
    bornOn: null,
    childName: '',
    applicantName: '',
    applicantPhone: '',
    territoryCode: territory ?? undefined,
    language: 'kk',
    profile: 'general',
    wishes: [],
  };

  const save = async (values: Values) => {
    setBusy(true);
    setProblem(null);
    try {
      const benefit = values.benefit?.code ? values.benefit : undefined;
      setDone(await apiPost<Registered>(applicationsPath, { ...values, iin: values.iin || null, benefit }));
      // The next family wants the same place and often the same language.
      form.setFieldsValue({
        ...initial,
        territoryCode: values.territoryCode,
        language: values.language,
        appliedOn: null,
        benefit: {},
      });
      form.resetFields(['birthDocument', 'reason', 'benefit']);
      first.current?.focus();
      void client.invalidateQueries({ queryKey: [applicationsPath] });
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused);
      setShown(showFieldErrors(form, refused));
    } finally {
      setBusy(false);
    }
  };

  const text = (name: keyof Values, label: string, required = true, props = {}) => (
    <Form.Item name={name} label={label} rules={[{ required, message: t('preschool.queue.required') }]}>
      <Input autoComplete="off" {...props} />
    </Form.Item>
  );

  return (
    <Page title={t('preschool.queue.desk.nav')} subtitle={t('preschool.queue.desk.hint')} narrow>
      <div aria-live="polite">
        {done && (
          <Alert
            className="desk-done"
            type="success"
            showIcon
            title={t('preschool.queue.desk.done')}
            description={
              <>
                <p>
                  <strong>{done.number}</strong>
                </p>
                {done.warnings.map((warning) => (
                  <p key={warning.code}>{warning.message}</p>
                ))}
                <AppLink to={`/preschool/queue/applications/${done.id}`}>{t('preschool.queue.desk.open')}</AppLink>
              </>
            }
          />
        )}
      </div>
      <section className="panel">
        <ProblemAlert error={problem} shownFields={shown} />
        <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={(values) => void save(values)}>
          <Form.Item name="iin" label={t('preschool.queue.iin')} extra={t('preschool.queue.iin.hint')}>
            <Input
              ref={first}
              autoFocus
              inputMode="numeric"
              maxLength={12}
              autoComplete="off"
              onChange={(event) => {
                const born = bornOnOf(event.target.value);
                if (born) form.setFieldValue('bornOn', born);
              }}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(a: Values, b: Values) => a.iin !== b.iin}>
            {() =>
              form.getFieldValue('iin') === '' && text('birthDocument', t('preschool.queue.document'), false, { maxLength: 40 })
            }
          </Form.Item>
          <Form.Item
            name="bornOn"
            label={t('preschool.queue.born')}
            rules={[{ required: true, message: t('preschool.queue.required') }]}
          >
            <DateInput />
          </Form.Item>
          {text('childName', t('preschool.queue.child'), true, { maxLength: 200 })}
          {text('applicantName', t('preschool.queue.applicant'), true, { maxLength: 200 })}
          {text('applicantPhone', t('preschool.queue.phone'), true, { maxLength: 40, inputMode: 'tel' })}
          <Form.Item name="language" label={t('preschool.queue.language')}>
            <Radio.Group options={languages.map((value) => ({ value, label: t(`preschool.queue.language.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name="territoryCode"
            label={t('preschool.queue.territory')}
            rules={[{ required: true, message: t('preschool.queue.required') }]}
          >
            <TerritorySelect />
          </Form.Item>
          <Form.Item name="wishes" label={t('preschool.queue.wishes')} extra={t('preschool.queue.wishes.hint')}>
            <KindergartenSelect />
          </Form.Item>
          <Form.Item name="profile" label={t('preschool.queue.profile')}>
            <Select options={profiles.map((value) => ({ value, label: t(`preschool.queue.profile.${value}`) }))} />
          </Form.Item>
          <Form.Item name={['benefit', 'code']} label={t('preschool.queue.benefit')}>
            <Select allowClear options={options} />
          </Form.Item>
          {favoured && <EvidenceFields prefix="benefit" />}
          <Form.Item name="appliedOn" label={t('preschool.queue.paper')} extra={t('preschool.queue.paper.hint')}>
            <DateInput />
          </Form.Item>
          {paper && text('reason', t('preschool.queue.reason'), true, { maxLength: 400 })}
          <div className="form-actions">
            <Button type="primary" htmlType="submit" size="large" loading={busy}>
              {t('preschool.queue.desk.save')}
            </Button>
          </div>
        </Form>
      </section>
    </Page>
  );
}

/** What proves a benefit; also used where one is added later. */
export function EvidenceFields({ prefix }: { prefix?: string }) {
  const { t } = useTranslation();
  const name = (field: string) => (prefix === undefined ? field : [prefix, field]);
  const rules = [{ required: true, message: t('preschool.queue.required') }];
  return (
    <>
      <Form.Item name={name('evidenceType')} label={t('preschool.queue.evidence.type')} rules={rules}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={name('evidenceNumber')} label={t('preschool.queue.evidence.number')} rules={rules}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={name('issuedOn')} label={t('preschool.queue.evidence.issued')} rules={rules}>
        <DateInput />
      </Form.Item>
      <Form.Item name={name('validTo')} label={t('preschool.queue.evidence.valid-to')}>
        <DateInput />
      </Form.Item>
    </>
  );
}

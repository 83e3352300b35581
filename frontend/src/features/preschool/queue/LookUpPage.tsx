import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPost } from '../../../api/client';
import { asProblem, type ApiProblem } from '../../../api/problem';
import { useSession } from '../../../api/session';
import { DateInput } from '../../../components/form/DateInput';
import { LanguageSwitch } from '../../../components/LanguageSwitch';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { queuePath, type Position } from './api';
import { PositionPanel } from './PositionPanel';
import './lookUp.css';

interface Key {
  number: string;
  bornOn: string | null;
}

/** For families, without signing in: number and date of birth are the key, nothing personal is shown. */
export function LookUpPage() {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Key>();
  const [found, setFound] = useState<Position | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const title = t('preschool.queue.lookup');
  const product = t('app.name');
  // Its token lets an officer who is signed in look here too.
  useSession();

  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);

  // The answer is in the language of the moment: another language asks anew.
  useEffect(() => setFound(null), [i18n.language]);

  const look = async (key: Key) => {
    setBusy(true);
    setProblem(null);
    setFound(null);
    try {
      setFound(await apiPost<Position>(`${queuePath}/lookup`, key));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="look-up">
      <LanguageSwitch />
      <h1>{title}</h1>
      <p>{t('preschool.queue.lookup.text')}</p>
      <ProblemAlert error={problem} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(key) => void look(key)}>
        <Form.Item
          name="number"
          label={t('preschool.queue.number')}
          rules={[{ required: true, message: t('preschool.queue.number.required') }]}
        >
          <Input inputMode="numeric" placeholder="482-173-065" autoComplete="off" size="large" autoFocus maxLength={20} />
        </Form.Item>
        <Form.Item
          name="bornOn"
          label={t('preschool.queue.born')}
          rules={[{ required: true, message: t('preschool.queue.born.required') }]}
        >
          <DateInput />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {t('preschool.queue.lookup.action')}
        </Button>
      </Form>
      <div aria-live="polite">{found && <PositionPanel position={found} />}</div>
    </main>
  );
}

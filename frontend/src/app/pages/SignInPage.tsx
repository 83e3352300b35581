import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { asProblem, type ApiProblem } from '../../api/problem';
import { useSession, useSignIn } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Emblem } from '../../components/Emblem';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { ProblemAlert } from '../../components/ProblemAlert';
import { setLanguage } from '../../lib/i18n';
import { hasChosenLanguage, isLanguage } from '../../lib/language';
import { features } from '../features';
import { safeReturn } from './safeReturn';
import './signIn.css';

interface Credentials {
  userName: string;
  password: string;
}

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const session = useSession();
  const signIn = useSignIn();
  const [form] = Form.useForm<Credentials>();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const title = t('session.sign-in');
  const product = t('app.name');
  const demo = session.data?.demo;

  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);

  if (session.data?.authenticated) return <Navigate to={safeReturn(search.get('return'))} replace />;

  const submit = async ({ userName, password }: Credentials) => {
    setBusy(true);
    setProblem(null);
    try {
      const chosen = hasChosenLanguage(search);
      const { user } = await signIn(userName.trim(), password);
      if (!chosen && isLanguage(user?.language)) void setLanguage(user.language);
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused);
      form.setFieldValue('password', '');
      document.getElementById('password')?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="sign-in">
      <div className="sign-in-banner">
        <div>
          <Emblem size={64} />
          <p className="sign-in-product">{product}</p>
          <p>{t('app.tagline')}</p>
        </div>
      </div>
      <main className="sign-in-panel">
        <div className="sign-in-language">
          <LanguageSwitch />
        </div>
        <div className="sign-in-form">
          <h1>{title}</h1>
          <p className="sign-in-hint">{t('session.hint')}</p>
          {session.isError && <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />}
          <ProblemAlert error={problem} />
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
            <Form.Item
              name="userName"
              label={t('session.user-name')}
              rules={[{ required: true, message: t('session.user-name.required') }]}
            >
              <Input autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" autoFocus />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('session.password')}
              rules={[{ required: true, message: t('session.password.required') }]}
            >
              <Input.Password autoComplete="current-password" size="large" />
            </Form.Item>
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t('session.enter')}
            </Button>
          </Form>
          {demo && (
            <Alert
              className="sign-in-demo"
              type="info"
              title={t('session.demo')}
              description={
                <>
                  <p>{t('session.demo.text')}</p>
                  <p>
                    <code>{demo.userName}</code> · <code>{demo.password}</code>
                  </p>
                  <Button onClick={() => form.setFieldsValue(demo)}>{t('session.demo.fill')}</Button>
                </>
              }
            />
          )}
          {features
            .flatMap((feature) => feature.publicLinks ?? [])
            .map((link) => (
              <p key={link.path}>
                <AppLink to={link.path}>{t(link.label)}</AppLink>
              </p>
            ))}
        </div>
      </main>
    </div>
  );
}

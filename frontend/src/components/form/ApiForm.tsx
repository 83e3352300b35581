import './form.css';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ProblemAlert';
import { ConflictModal } from './ConflictModal';
import type { ApiFormState } from './useApiForm';

export interface ApiFormProps<V extends object> {
  state: ApiFormState<V>;
  /** `Form.Item`s named as the server names the fields. */
  children: ReactNode;
  /** Text of the button, by default "Save". */
  submitLabel?: string;
  onCancel?: () => void;
  disabled?: boolean;
}

export function ApiForm<V extends object>({ state, children, submitLabel, onCancel, disabled }: ApiFormProps<V>) {
  const { t } = useTranslation();
  const onlyFields = state.problem !== null && state.shownFields.length === Object.keys(state.problem.errors).length;
  return (
    <>
      <Form<V>
        form={state.form}
        layout="vertical"
        initialValues={state.initial}
        disabled={disabled}
        scrollToFirstError={{ focus: true }}
        onValuesChange={state.changed}
        onFinish={() => void state.submit()}
      >
        {/* When every error stands on its field, the summary above would only repeat it. */}
        {!(onlyFields && state.shownFields.length > 0) && <ProblemAlert error={state.problem} shownFields={state.shownFields} />}
        {children}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={state.saving}>
            {submitLabel ?? t('action.save')}
          </Button>
          {onCancel && <Button onClick={onCancel}>{t('action.cancel')}</Button>}
        </div>
      </Form>
      {state.conflict && (
        <ConflictModal
          open
          fields={state.fields}
          base={state.initial}
          mine={state.conflict.mine}
          theirs={state.conflict.theirs.data}
          saving={state.saving}
          onResolve={(values) => void state.resolve(values)}
          onTakeTheirs={state.takeTheirs}
          onCancel={state.dismissConflict}
        />
      )}
    </>
  );
}

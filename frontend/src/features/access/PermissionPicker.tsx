import './access.css';
import { Checkbox, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../components/ProblemAlert';
import { usePermissions } from './api';

interface PermissionPickerProps {
  value?: string[];
  onChange?: (value: string[]) => void;
  disabled?: boolean;
  /** Only these can be given: what somebody has not himself he cannot give. */
  allowed?: readonly string[];
}

/** Permissions as boxes, by module. */
export function PermissionPicker({ value = [], onChange, disabled, allowed }: PermissionPickerProps) {
  const { t } = useTranslation();
  const groups = usePermissions();
  if (groups.isError) return <ProblemAlert error={groups.error} onRetry={() => void groups.refetch()} />;
  if (groups.isPending) return <Skeleton active title={false} />;

  const toggle = (code: string, on: boolean) => onChange?.(on ? [...value, code] : value.filter((one) => one !== code));
  return (
    <div className="access-groups">
      {groups.data.map((group) => (
        <fieldset key={group.module} className="access-fieldset">
          <legend>{t(`access.module.${group.module}`, { defaultValue: group.module })}</legend>
          {group.permissions.map(({ code, name }) => (
            <Checkbox
              key={code}
              checked={value.includes(code)}
              disabled={disabled || (allowed !== undefined && !allowed.includes(code))}
              onChange={(event) => toggle(code, event.target.checked)}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

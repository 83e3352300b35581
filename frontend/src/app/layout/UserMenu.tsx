import { BulbOutlined, IdcardOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSignOut, useUser } from '../../api/session';
import { useContextPath } from '../../lib/context';
import { setAppearance, useAppearance, type Appearance } from '../../lib/theme';

export function UserMenu() {
  const { t } = useTranslation();
  const user = useUser();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { message } = App.useApp();
  const { appearance } = useAppearance();
  if (user === null) return null;

  const appearances: [Appearance, string][] = [
    ['light', t('appearance.light')],
    ['dark', t('appearance.dark')],
    ['system', t('appearance.system')],
  ];
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: (
        <span className="user-who">
          <strong>{user.displayName}</strong>
          <small>{user.userName}</small>
        </span>
      ),
    },
    { type: 'divider' },
    {
      key: 'profile',
      icon: <IdcardOutlined />,
      label: t('session.profile'),
      onClick: () => void navigate(contextPath('/profile')),
    },
    {
      key: 'appearance',
      icon: <BulbOutlined />,
      label: t('appearance.label'),
      children: appearances.map(([key, label]) => ({ key, label, onClick: () => setAppearance(key) })),
    },
    {
      key: 'out',
      icon: <LogoutOutlined />,
      label: t('session.sign-out'),
      onClick: () => void signOut().catch(() => message.error(t('problem.unexpected'))),
    },
  ];

  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [appearance] }} trigger={['click']} placement="bottomRight">
      <Button
        type="text"
        className="user"
        icon={<UserOutlined aria-hidden="true" />}
        aria-label={t('session.menu', { name: user.displayName })}
      >
        <span className="user-name">{user.displayName}</span>
      </Button>
    </Dropdown>
  );
}

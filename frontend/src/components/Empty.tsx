import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface EmptyProps {
  title: ReactNode;
  /** What to do about it. */
  text?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
}

export function Empty({ title, text, icon = <InboxOutlined />, action }: EmptyProps) {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden="true">
        {icon}
      </span>
      <p className="empty-title">{title}</p>
      {text && <p className="empty-text">{text}</p>}
      {action}
    </div>
  );
}

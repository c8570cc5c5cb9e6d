import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../app/i18n/use-messages.js';
import { Button } from './button.js';
import { messages } from './messages.js';
import styles from './banner.module.css';

export interface BannerProps {
  tone?: 'info' | 'warn' | 'error';
  children: ReactNode;
  action?: ReactNode;
  onDismiss?: () => void;
}

const icons = { info: Info, warn: TriangleAlert, error: CircleAlert };

/** Something that concerns the whole screen and stays until it is over. */
export function Banner({ tone = 'info', children, action, onDismiss }: BannerProps) {
  const t = useMessages(messages);
  const Icon = icons[tone];
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>{children}</div>
      {action}
      {onDismiss && (
        <Button variant="icon" size="small" aria-label={t('dismiss')} onPress={onDismiss}>
          <X size={16} aria-hidden />
        </Button>
      )}
    </div>
  );
}

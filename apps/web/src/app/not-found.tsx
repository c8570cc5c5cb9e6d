import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.js';
import layout from '../ui/layout.module.css';
import { useMessages } from './i18n/use-messages.js';
import { messages } from './messages.js';
import { useTitle } from './use-title.js';

/** No such address, or none that may be seen: the two look the same. */
export function NotFound() {
  const t = useMessages(messages);
  useTitle(t('notFoundTitle'));
  return (
    <div className={layout.page}>
      <EmptyState title={t('notFoundTitle')} level={1} action={<Link to="/">{t('backHome')}</Link>}>
        {t('notFoundText')}
      </EmptyState>
    </div>
  );
}

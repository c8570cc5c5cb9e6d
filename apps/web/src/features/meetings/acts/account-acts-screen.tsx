import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import layout from '../../../ui/layout.module.css';
import { PageHeader } from '../../../ui/page-header.js';
import { ActsList } from './acts-list.js';
import { messages } from './messages.js';

/** Acts of power over accounts and the installation: all of them for administrators, else those of one's own account. */
export function AccountActsScreen() {
  const t = useMessages(messages);
  useTitle(t('accountActs'));
  return (
    <div className={layout.page}>
      <PageHeader title={t('accountActs')} meta={t('accountActsLead')} />
      <ActsList path="/audit" />
    </div>
  );
}

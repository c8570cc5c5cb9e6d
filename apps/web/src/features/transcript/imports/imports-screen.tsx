import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import layout from '../../../ui/layout.module.css';
import { PageHeader } from '../../../ui/page-header.js';
import { Tabs } from '../../../ui/tabs.js';
import { ExportImport } from './export-import.js';
import { LogImport } from './log-import.js';
import { messages } from './messages.js';

/** `/imports`: brings yesterday's meetings in. */
export function ImportsScreen() {
  const t = useMessages(messages);
  useTitle(t('title'));
  return (
    <div className={layout.page}>
      <PageHeader title={t('title')} meta={t('lead')} />
      <Tabs
        label={t('kinds')}
        items={[
          { id: 'logs', label: t('logs'), content: <LogImport /> },
          { id: 'export', label: t('export'), content: <ExportImport /> },
        ]}
      />
    </div>
  );
}

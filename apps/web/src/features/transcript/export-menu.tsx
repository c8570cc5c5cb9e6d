import type { MeetingView } from '@roundtable/contracts';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useLocale } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../../ui/button.js';
import { Menu, MenuItem } from '../../ui/menu.js';
import { Progress } from '../../ui/progress.js';
import { messages } from './messages.js';
import { saveFile } from './save-file.js';
import styles from './reading-bar.module.css';

/** Takes the whole record away as a file, in the language in force. */
export function ExportMenu({ meeting }: { meeting: MeetingView }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const locale = useLocale();
  const { announce } = useAnnouncer();
  const [isBusy, setBusy] = useState(false);

  const take = async (ending: 'md' | 'json') => {
    setBusy(true);
    announce(t('exporting'));
    try {
      const query = ending === 'md' ? { lang: locale } : {};
      const file = await api.blob(`/meetings/${meeting.id}/export.${ending}`, { query });
      saveFile(file, `${meeting.startsAt.slice(0, 10)} ${meeting.title}`, ending);
      announce(t('exported'));
    } catch (error) {
      showToast({ text: problem(error) ?? '', tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu
        trigger={
          <Button variant="icon" aria-label={t('export')} isPending={isBusy}>
            <Download size={18} aria-hidden />
          </Button>
        }
      >
        <MenuItem textValue="Markdown" hint={t('markdownHint')} onAction={() => void take('md')}>
          Markdown
        </MenuItem>
        <MenuItem textValue="JSON" hint={t('jsonHint')} onAction={() => void take('json')}>
          JSON
        </MenuItem>
      </Menu>
      {isBusy && <Progress className={styles.progress} label={t('exporting')} />}
    </>
  );
}

import { Download } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useLocale } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../../ui/button.js';
import { saveFile } from '../transcript/save-file.js';
import { messages } from './messages.js';

/** Takes follow-ups away as a table, its headings in the language in force. */
export function CsvButton({ path, name }: { path: string; name: string }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const lang = useLocale();
  const [isBusy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      saveFile(await api.blob(path, { query: { lang } }), `${name} ${t('followUp')}`, 'csv');
    } catch (error) {
      showToast({ tone: 'error', text: problem(error) ?? '' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="quiet" isPending={isBusy} onPress={() => void take()}>
      <Download size={16} aria-hidden />
      {t('csv')}
    </Button>
  );
}

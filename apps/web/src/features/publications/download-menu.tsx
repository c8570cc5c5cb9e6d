import type { MeetingView } from '@roundtable/contracts';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useLocale } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../../ui/button.js';
import { Menu, MenuItem } from '../../ui/menu.js';
import { saveFile } from '../transcript/save-file.js';
import { messages } from './messages.js';

const HINTS = { docx: 'docxHint', pdf: 'pdfHint', csv: 'csvHint' } as const;
type Kind = keyof typeof HINTS;

interface DownloadMenuProps {
  meeting: MeetingView;
  /** What is taken: `set` or `communique`. */
  what: 'set' | 'communique';
  title: string;
  kinds: readonly Kind[];
  /** Of a communique: without what is open. */
  isClean?: boolean;
}

/** Takes the outcome away as a file, its headings in the language in force. */
export function DownloadMenu({ meeting, what, title, kinds, isClean = false }: DownloadMenuProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const lang = useLocale();
  const { announce } = useAnnouncer();
  const [isBusy, setBusy] = useState(false);

  const take = async (kind: Kind) => {
    setBusy(true);
    announce(t('downloading'));
    try {
      const file = await api.blob(`/meetings/${meeting.id}/${what}.${kind}`, {
        query: { lang, ...(isClean && { view: 'clean' }) },
      });
      saveFile(file, `${meeting.startsAt.slice(0, 10)} ${title}`, kind);
      announce(t('downloaded'));
    } catch (error) {
      showToast({ tone: 'error', text: problem(error) ?? '' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu
      trigger={
        <Button variant="icon" aria-label={t('download')} isPending={isBusy}>
          <Download size={18} aria-hidden />
        </Button>
      }
    >
      {kinds.map((kind) => (
        <MenuItem
          key={kind}
          textValue={kind.toUpperCase()}
          hint={t(HINTS[kind])}
          onAction={() => void take(kind)}
        >
          {kind.toUpperCase()}
        </MenuItem>
      ))}
    </Menu>
  );
}

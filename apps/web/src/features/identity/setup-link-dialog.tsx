import type { AccountSetupLink } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { CopyField } from '../../ui/copy-field.js';
import { Dialog } from '../../ui/dialog.js';
import layout from '../../ui/layout.module.css';
import { messages } from './messages.js';

/** Shows a one-time link, this once. */
export function SetupLinkDialog({ link, onClose }: { link: AccountSetupLink | null; onClose(): void }) {
  const t = useMessages(messages);
  const title = t('setupLink', { name: link?.account.name ?? '' });
  return (
    <Dialog
      title={title}
      isOpen={link !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className={layout.stack}>
        <p>{t('setupLinkLead')}</p>
        <CopyField label={title} value={link?.link ?? ''} />
      </div>
    </Dialog>
  );
}

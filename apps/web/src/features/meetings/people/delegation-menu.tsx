import type { DelegationView } from '@roundtable/contracts';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Menu, MenuItem } from '../../../ui/menu.js';
import { messages as meetingMessages } from '../messages.js';
import { messages } from './messages.js';

interface DelegationMenuProps {
  delegation: DelegationView;
  isEmpty: boolean;
  onEdit(): void;
  onRemove(): Promise<unknown>;
}

/** Changes or removes a delegation; one with people stays. */
export function DelegationMenu({ delegation: { name }, isEmpty, onEdit, onRemove }: DelegationMenuProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <Button variant="icon" aria-label={t('actionsFor', { name })}>
            <MoreHorizontal size={18} aria-hidden />
          </Button>
        }
      >
        <MenuItem onAction={onEdit}>{t('change')}</MenuItem>
        <MenuItem
          isDangerous
          isDisabled={!isEmpty}
          hint={isEmpty ? undefined : t('removeDelegationWords')}
          textValue={t('removeDelegation')}
          onAction={() => setAsking(true)}
        >
          {t('removeDelegation')}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        title={t('removeDelegation')}
        confirmLabel={t('removeDelegation')}
        cancelLabel={words('cancel')}
        isDangerous
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={onRemove}
      >
        <bdi>{name}</bdi>
      </ConfirmDialog>
    </>
  );
}

import type { AccountView, ChangeAccount } from '@roundtable/contracts';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.js';
import { messages } from './messages.js';

export interface AccountActionsProps {
  account: AccountView;
  onChange(body: ChangeAccount): void;
  onNewLink(): void;
}

/** What an administrator can do with one account. */
export function AccountActions({ account, onChange, onNewLink }: AccountActionsProps) {
  const t = useMessages(messages);
  const [isAsking, setAsking] = useState(false);
  const roles = (['administrator', 'organiser', null] as const).filter((role) => role !== account.role);
  return (
    <>
      <Menu
        trigger={
          <Button variant="icon" aria-label={`${t('actions')}: ${account.name}`}>
            <MoreHorizontal size={18} aria-hidden />
          </Button>
        }
      >
        {roles.map((role) => (
          <MenuItem key={role ?? 'none'} onAction={() => onChange({ role })}>
            {`${t('role')}: ${t(role ?? 'noRole')}`}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onAction={onNewLink}>{t('newLink')}</MenuItem>
        {account.disabledAt ? (
          <MenuItem onAction={() => onChange({ disabled: false })}>{t('enable')}</MenuItem>
        ) : (
          <MenuItem isDangerous onAction={() => setAsking(true)}>
            {t('disable')}
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        title={t('disableTitle')}
        confirmLabel={t('disable')}
        cancelLabel={t('cancel')}
        isDangerous
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => onChange({ disabled: true })}
      >
        {t('disableLead', { name: account.name })}
      </ConfirmDialog>
    </>
  );
}

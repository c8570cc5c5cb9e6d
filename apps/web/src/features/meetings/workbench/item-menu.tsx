import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.js';
import { messages as meetingMessages } from '../messages.js';
import type { AgendaLineProps } from './agenda-line.js';
import { ItemDialog } from './item-dialog.js';
import { messages } from './messages.js';

const MOST_LEVELS = 4;

/** Everything that can be done with one agenda item. */
export function ItemMenu({
  item,
  siblings,
  hasChildren,
  isMeetingOpen,
  onDeed,
  onAddUnder,
}: AgendaLineProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const [asked, setAsked] = useState<'change' | 'remove' | null>(null);
  const place = siblings.indexOf(item);
  const { number } = item;
  return (
    <>
      <Menu
        trigger={
          <Button variant="icon" size="small" aria-label={`${t('itemActions', { number })}: ${item.title}`}>
            <MoreHorizontal size={16} aria-hidden />
          </Button>
        }
      >
        {isMeetingOpen && item.state !== 'open' && item.state !== 'withdrawn' && (
          <MenuItem onAction={() => onDeed({ deed: 'open', item })}>{t('openItem')}</MenuItem>
        )}
        {item.state === 'open' && (
          <MenuItem onAction={() => onDeed({ deed: 'close', item })}>{t('closeItem')}</MenuItem>
        )}
        <MenuItem onAction={() => setAsked('change')}>{t('rename')}</MenuItem>
        {number.split('.').length < MOST_LEVELS && <MenuItem onAction={onAddUnder}>{t('addUnder')}</MenuItem>}
        {place > 0 && (
          <MenuItem onAction={() => onDeed({ deed: 'move', item, place: place - 1 })}>{t('moveUp')}</MenuItem>
        )}
        {place < siblings.length - 1 && (
          <MenuItem onAction={() => onDeed({ deed: 'move', item, place: place + 1 })}>
            {t('moveDown')}
          </MenuItem>
        )}
        {item.state === 'planned' && !hasChildren && <MenuSeparator />}
        {item.state === 'planned' && !hasChildren && (
          <MenuItem isDangerous onAction={() => setAsked('remove')}>
            {t('remove')}
          </MenuItem>
        )}
      </Menu>
      <ItemDialog
        item={item}
        isOpen={asked === 'change'}
        onClose={() => setAsked(null)}
        onChange={(title, allottedMs) => onDeed({ deed: 'change', item, title, allottedMs })}
      />
      <ConfirmDialog
        title={t('removeItemTitle', { number })}
        confirmLabel={t('remove')}
        cancelLabel={words('cancel')}
        isDangerous
        isOpen={asked === 'remove'}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
        onConfirm={() => onDeed({ deed: 'remove', item })}
      >
        <bdi>{item.title}</bdi>
      </ConfirmDialog>
    </>
  );
}

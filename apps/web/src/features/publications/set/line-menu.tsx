import type { SetLineView, SetView } from '@roundtable/contracts';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { LineEditor } from './line-editor.js';
import { RemoveLine } from './remove-line.js';
import { AdoptSet } from './set-acts.js';
import styles from './set-table.module.css';

interface LineMenuProps {
  set: SetView;
  lines: readonly SetLineView[];
  line: SetLineView;
  onMove(step: number): void;
}

/** What can be done with one line, as long as it is not adopted. */
export function LineMenu({ set, lines, line, onMove }: LineMenuProps) {
  const t = useMessages(messages);
  const { may } = useRoom();
  const isOpen = set.state === 'draft' && !line.adoption;
  if (!isOpen) return null;
  return (
    <div className={styles.menu}>
      {may('publications.draft') && <DraftMenu set={set} line={line} onMove={onMove} />}
      {may('publications.adopt') && (
        <div aria-label={t('lineOf', { number: String(line.number) })} role="group">
          <AdoptSet set={set} lines={lines} line={line} />
        </div>
      )}
    </div>
  );
}

function DraftMenu({ set, line, onMove }: Omit<LineMenuProps, 'lines'>) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const number = String(line.number);
  const close = () => setOpen(null);
  const refresh = () => act(client.refreshLine({ version: set.version, line: line.id }), t('refreshed'));
  return (
    <>
      <Menu
        trigger={
          <Button variant="icon" aria-label={t('lineOf', { number })} isPending={isPending}>
            <MoreHorizontal size={18} aria-hidden />
          </Button>
        }
      >
        <MenuItem onAction={() => setOpen('edit')}>{t('editLine')}</MenuItem>
        <MenuItem onAction={() => void refresh()}>{t('refreshLine')}</MenuItem>
        <MenuItem onAction={() => onMove(-1)}>{t('moveUp')}</MenuItem>
        <MenuItem onAction={() => onMove(1)}>{t('moveDown')}</MenuItem>
        <MenuSeparator />
        <MenuItem isDangerous onAction={() => setOpen('remove')}>
          {t('removeLine')}
        </MenuItem>
      </Menu>
      <LineEditor set={set} line={line} isOpen={open === 'edit'} onClose={close} />
      {open === 'remove' && <RemoveLine set={set} line={line} onClose={close} />}
    </>
  );
}

import type { ChainedCommands, Editor } from '@tiptap/core';
import { Table } from 'lucide-react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.js';
import { messages } from '../messages.js';
import styles from './toolbar.module.css';

interface TableMenuProps {
  editor: Editor;
  isInTable: boolean;
  isDisabled: boolean;
}

/** Puts a table in, or changes the one the cursor stands in. */
export function TableMenu({ editor, isInTable, isDisabled }: TableMenuProps) {
  const t = useMessages(messages);
  const act = (command: (chain: ChainedCommands) => ChainedCommands) => () =>
    command(editor.chain().focus()).run();
  return (
    <Menu
      placement="bottom start"
      trigger={
        <Button
          variant="icon"
          size="small"
          className={styles.tool}
          aria-label={t('table')}
          isDisabled={isDisabled}
        >
          <Table size={16} aria-hidden />
        </Button>
      }
    >
      {!isInTable ? (
        <MenuItem onAction={act((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }))}>
          {t('tableInsert')}
        </MenuItem>
      ) : (
        <>
          <MenuItem onAction={act((chain) => chain.addRowAfter())}>{t('rowAfter')}</MenuItem>
          <MenuItem onAction={act((chain) => chain.addColumnAfter())}>{t('columnAfter')}</MenuItem>
          <MenuSeparator />
          <MenuItem onAction={act((chain) => chain.deleteRow())}>{t('rowDelete')}</MenuItem>
          <MenuItem onAction={act((chain) => chain.deleteColumn())}>{t('columnDelete')}</MenuItem>
          <MenuItem isDangerous onAction={act((chain) => chain.deleteTable())}>
            {t('tableDelete')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

import type { Editor } from '@tiptap/core';
import { Heading } from 'lucide-react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Menu, MenuChoices, MenuItem } from '../../../ui/menu.js';
import { messages } from '../messages.js';
import { HEADING_LEVELS, type BlockKind } from './use-tools.js';
import styles from './toolbar.module.css';

interface BlockMenuProps {
  editor: Editor;
  block: BlockKind;
  isDisabled: boolean;
}

/** Makes a heading of a paragraph and the other way round. */
export function BlockMenu({ editor, block, isDisabled }: BlockMenuProps) {
  const t = useMessages(messages);
  const choose = (kind: string) => {
    const level = HEADING_LEVELS.find((each) => `heading${each}` === kind);
    const chain = editor.chain().focus();
    (level ? chain.setHeading({ level }) : chain.setParagraph()).run();
  };
  const nameOf = (kind: BlockKind) =>
    kind === 'paragraph' ? t('paragraph') : t('heading', { level: kind.slice(-1) });
  return (
    <Menu
      placement="bottom start"
      trigger={
        <Button
          variant="icon"
          size="small"
          className={styles.tool}
          aria-label={t('withKeys', { name: t('style'), keys: nameOf(block) })}
          isDisabled={isDisabled}
        >
          <Heading size={16} aria-hidden />
        </Button>
      }
    >
      <MenuChoices label={t('style')} selected={block} onSelect={choose}>
        {(['paragraph', ...HEADING_LEVELS.map((level) => `heading${level}` as const)] as const).map(
          (kind) => (
            <MenuItem key={kind} id={kind}>
              {nameOf(kind)}
            </MenuItem>
          ),
        )}
      </MenuChoices>
    </Menu>
  );
}

import type { Editor } from '@tiptap/core';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { Popover } from '../../../ui/popover.js';
import { safeUrl } from '../../../ui/safe-url.js';
import { TextField } from '../../../ui/text-field.js';
import { messages } from '../messages.js';
import styles from './toolbar.module.css';

interface LinkToolProps {
  editor: Editor;
  /** Where the link under the cursor leads. */
  link: string | null;
  hasSelection: boolean;
  isDisabled: boolean;
}

/** Makes a link of the selected words, or changes the one under the cursor. */
export function LinkTool({ editor, link, hasSelection, isDisabled }: LinkToolProps) {
  const t = useMessages(messages);
  return (
    <Popover
      label={t('link')}
      placement="bottom start"
      trigger={
        <Button
          variant="icon"
          size="small"
          className={styles.tool}
          aria-label={t('link')}
          isDisabled={isDisabled || (!hasSelection && link === null)}
        >
          <Link size={16} aria-hidden />
        </Button>
      }
    >
      {(close) => <LinkForm editor={editor} link={link} onDone={close} />}
    </Popover>
  );
}

function LinkForm({ editor, link, onDone }: { editor: Editor; link: string | null; onDone(): void }) {
  const t = useMessages(messages);
  const [address, setAddress] = useState(link ?? '');
  const [isWrong, setWrong] = useState(false);
  const apply = () => {
    const href = safeUrl(address) ?? safeUrl(`https://${address.trim()}`);
    const isWhole = href !== null && (href.startsWith('mailto:') || /\./.test(new URL(href).hostname));
    if (!isWhole) return setWrong(true);
    onDone();
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
  };
  const remove = () => {
    onDone();
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  };
  return (
    <Form onSubmit={apply} className={styles.linkForm}>
      <TextField
        autoFocus
        label={t('linkAddress')}
        description={t('linkHint')}
        inputMode="url"
        value={address}
        error={isWrong ? t('linkWrong') : undefined}
        onChange={(value) => {
          setAddress(value);
          setWrong(false);
        }}
      />
      <div className={styles.acts}>
        {link !== null && (
          <Button size="small" variant="quiet" onPress={remove}>
            {t('linkRemove')}
          </Button>
        )}
        <Button size="small" variant="primary" type="submit">
          {t('linkApply')}
        </Button>
      </div>
    </Form>
  );
}

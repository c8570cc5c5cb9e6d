import { useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { LONGEST_COMMENT } from './comment-threads.js';
import { messages } from './messages.js';
import styles from './comments.module.css';

interface CommentFormProps {
  label: string;
  submit: string;
  isFocused?: boolean;
  onSubmit(words: string): void;
  onCancel(): void;
}

/** Ctrl+Enter sends, Escape leaves. */
export function CommentForm({ label, submit, isFocused, onSubmit, onCancel }: CommentFormProps) {
  const t = useMessages(messages);
  const [words, setWords] = useState('');
  const isTooLong = words.length > LONGEST_COMMENT;
  const send = () => {
    if (words.trim() !== '' && !isTooLong) onSubmit(words.trim());
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div onKeyDown={handleKey}>
      <Form onSubmit={send} className={styles.form}>
        <TextArea
          label={label}
          rows={2}
          autoFocus={isFocused}
          value={words}
          onChange={setWords}
          limit={LONGEST_COMMENT}
          error={isTooLong ? t('tooLong', { limit: LONGEST_COMMENT }) : undefined}
        />
        <div className={styles.acts}>
          <Button size="small" type="submit" isDisabled={words.trim() === ''}>
            {submit}
          </Button>
          <Button size="small" variant="quiet" onPress={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

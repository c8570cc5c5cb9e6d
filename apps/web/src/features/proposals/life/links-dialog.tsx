import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { messages } from './messages.js';
import styles from './links-list.module.css';

interface LinksDialogProps<T> {
  title: string;
  /** What went wrong with the last attempt to save. */
  refusal: ReactNode;
  /** Says that others changed the proposal meanwhile, and lets one go on. */
  movedOn: ReactNode;
  isPending: boolean;
  links: readonly T[];
  keyOf(link: T): string;
  wordsOf(link: T): string;
  /** Shown where there are no links. */
  empty: string;
  /** The fields by which links are added. */
  children: ReactNode;
  onRemove(link: T): void;
  onSave(): void;
  onClose(): void;
}

/** Asks what a proposal is linked to: a list that is added to and taken from, saved as a whole. */
export function LinksDialog<T>({
  title,
  refusal,
  movedOn,
  isPending,
  links,
  empty,
  children,
  ...how
}: LinksDialogProps<T>) {
  const t = useMessages(messages);
  return (
    <Dialog title={title} isOpen onOpenChange={how.onClose} size="small">
      <Form onSubmit={how.onSave}>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        {links.length === 0 ? (
          <p>{empty}</p>
        ) : (
          <ol className={styles.list}>
            {links.map((link) => (
              <li key={how.keyOf(link)} className={styles.item}>
                <Name isWrapping>{how.wordsOf(link)}</Name>
                <Button
                  variant="icon"
                  aria-label={t('remove', { name: how.wordsOf(link) })}
                  onPress={() => how.onRemove(link)}
                >
                  <X size={16} aria-hidden />
                </Button>
              </li>
            ))}
          </ol>
        )}
        {children}
        {movedOn}
        <div className={layout.rowEnd}>
          <Button onPress={how.onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

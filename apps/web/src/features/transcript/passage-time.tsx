import type { PassageView } from '@roundtable/contracts';
import { Link2 } from 'lucide-react';
import { Link } from 'react-router';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Time } from '../../ui/time.js';
import { linkOfEntry } from './entry-link.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';
import styles from './passage-row.module.css';

/** The time in the margin: it leads to the entry's own address, and beside it stands how to copy that. */
export function PassageTime({ passage: { seq, at } }: { passage: PassageView }) {
  const t = useMessages(messages);
  const { formatTime } = useFormats();
  const { announce } = useAnnouncer();
  const { register, deeds } = useTranscript();
  if (!deeds)
    return (
      <span className={styles.time}>
        {formatTime(at, { zone: register.zone })} <span className={styles.seq}>{seq}</span>
      </span>
    );
  const copy = async () => {
    const words = await copyLink(linkOfEntry(register.meeting, seq))
      .then(() => t('linkCopied', { seq: String(seq) }))
      .catch(() => null);
    if (words) announce(words);
    showToast(words ? { text: words, durationMs: 3_000 } : { text: t('copyFailed'), tone: 'error' });
  };
  return (
    <span className={styles.time}>
      <button
        type="button"
        className={styles.copy}
        title={t('copyLink')}
        aria-label={t('copyLinkOf', { seq: String(seq) })}
        onClick={() => void copy()}
      >
        <Link2 size={14} aria-hidden />
      </button>
      <Link
        to={`?at=${seq}`}
        preventScrollReset
        className={styles.permalink}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          deeds.jump(seq);
        }}
      >
        <Time at={at} zone={register.zone} />
        <span className={styles.number}> {t('entry', { seq: String(seq) })}</span>
      </Link>
    </span>
  );
}

function copyLink(link: string): Promise<void> {
  return navigator.clipboard
    ? navigator.clipboard.writeText(link)
    : Promise.reject(new Error('No clipboard.'));
}

import type { FollowUpFile, FollowUpProof, LinkProof } from '@roundtable/contracts';
import { ExternalLink, FileText } from 'lucide-react';
import { apiHref } from '../../../app/api.js';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { safeUrl } from '../../../ui/safe-url.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import styles from '../follow-up.module.css';

/** What proves a report: links with their host in view, and files for saving. */
export function Proofs({ proofs }: { proofs: readonly FollowUpProof[] }) {
  const t = useMessages(messages);
  if (proofs.length === 0) return null;
  return (
    <ul className={styles.proofs} aria-label={t('proofs')}>
      {proofs.map((proof, index) => (
        <li key={index}>
          {proof.kind === 'link' ? <LinkLine proof={proof} /> : <FileLine file={proof.file} />}
        </li>
      ))}
    </ul>
  );
}

function LinkLine({ proof: { url, title } }: { proof: LinkProof }) {
  const t = useMessages(messages);
  const href = safeUrl(url);
  if (href === null) return <bdi>{url}</bdi>;
  const { host } = new URL(href);
  return (
    <span className={styles.proof}>
      <ExternalLink size={14} aria-hidden />
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        <bdi>{title ?? href}</bdi>
      </a>
      <span className={styles.quiet}>{t('opensElsewhere', { host })}</span>
    </span>
  );
}

function FileLine({ file }: { file: FollowUpFile }) {
  const { meetingId } = useRoom();
  return (
    <span className={styles.proof}>
      <FileText size={14} aria-hidden />
      <a href={apiHref(`/meetings/${meetingId}/follow-up/files/${file.id}`)} download>
        <bdi>{file.name}</bdi>
      </a>
      <span className={styles.quiet}>
        <FileSize bytes={file.bytes} />
      </span>
    </span>
  );
}

function FileSize({ bytes }: { bytes: number }) {
  const t = useMessages(messages);
  const { formatNumber } = useFormats();
  const mega = bytes / (1024 * 1024);
  if (mega >= 0.95) return t('fileSize', { size: formatNumber(Math.round(mega * 10) / 10) });
  return t('fileSizeSmall', { size: formatNumber(Math.max(1, Math.round(bytes / 1024))) });
}

import {
  FOLLOW_UP_STATES,
  LIMITS,
  PROOF_FILE_TYPES,
  type FollowUpFile,
  type FollowUpReport,
  type FollowUpView,
} from '@roundtable/contracts';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { Progress } from '../../../ui/progress.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useUnsaved } from '../../../ui/unsaved.js';
import { useLookedAt, versionOf } from '../../../ui/use-looked-at.js';
import { FollowUpMovedOn } from '../follow-up-moved-on.js';
import { messages } from '../messages.js';
import styles from '../follow-up.module.css';
import { LinkFields } from './link-fields.js';
import {
  differs,
  draftOf,
  faultsIn,
  rebaseReport,
  reportOf,
  shareOf,
  type ReportDraft,
} from './report-draft.js';
import { useSendFiles } from './use-send-files.js';

const ENDINGS = [...Object.values(PROOF_FILE_TYPES).map((ending) => `.${ending}`), '.jpeg'];
const LIMIT_OF = {
  words: LIMITS.followUpWordsLength,
  reason: LIMITS.reasonLength,
  files: LIMITS.followUpProofs,
};

interface ReportFormProps {
  followUp: FollowUpView;
  /** What it begins with, on the follow-up as it is now. */
  start: FollowUpReport;
  submitLabel: string;
  isPending: boolean;
  /** `version` is the one that was looked at. */
  onSubmit(report: ReturnType<typeof reportOf> & { version: number }): unknown;
}

/** A report: what was done, how far it is, and what proves it. Files are sent first, then the report that names them. */
export function ReportForm({ followUp, start, submitLabel, isPending, onSubmit }: ReportFormProps) {
  const t = useMessages(messages);
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(followUp, versionOf);
  const [begun, setBegun] = useState(() => draftOf(start));
  const [draft, setDraft] = useState(begun);
  const [isChecked, setChecked] = useState(false);
  const { send, stop, share, problem, forget } = useSendFiles(followUp.id);
  const faults = faultsIn(draft);
  const change = (part: Partial<ReportDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faultOf = (field: keyof ReportDraft) => {
    const fault = isChecked ? faults[field] : undefined;
    return fault && t(fault, { limit: LIMIT_OF[field as keyof typeof LIMIT_OF] ?? 0 });
  };
  const fault = problem ?? faultOf('files');
  useUnsaved(differs(draft, begun));
  const goOn = () => {
    const newest = draftOf(start);
    setDraft(rebaseReport(draft, begun, newest));
    setBegun(newest);
    lookAgain();
  };
  const submit = async () => {
    setChecked(true);
    if (Object.keys(faults).length > 0) return;
    const sent = await send(draft.files);
    if (sent) await onSubmit({ ...reportOf(draft, sent), version: lookedAt.version });
  };
  return (
    <Form onSubmit={() => void submit()}>
      <TextArea
        label={t('reportWords')}
        value={draft.words}
        onChange={(words) => change({ words })}
        rows={3}
        limit={LIMITS.followUpWordsLength}
        error={faultOf('words')}
      />
      <Select
        label={t('stateNow')}
        choices={FOLLOW_UP_STATES.map((value) => ({ value, label: t(value) }))}
        value={draft.state}
        onChange={(state) => change({ state, progress: shareOf(state, draft.progress) })}
      />
      <TextField
        label={t('percent')}
        description={t('percentHint')}
        inputMode="numeric"
        value={draft.progress}
        isReadOnly={draft.state === 'done' || draft.state === 'planned'}
        onChange={(progress) => change({ progress: progress.trim() })}
        error={faultOf('progress')}
      />
      {(draft.state === 'dropped' || draft.state === 'delayed' || draft.reason !== '') && (
        <TextArea
          label={t('reason')}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          rows={2}
          limit={LIMITS.reasonLength}
          isOptional={draft.state !== 'dropped'}
          error={faultOf('reason')}
        />
      )}
      <LinkFields links={draft.links} onChange={(links) => change({ links })} isChecked={isChecked} />
      {draft.kept.length > 0 && <KeptFiles files={draft.kept} onChange={(kept) => change({ kept })} />}
      <FileDrop
        label={t('proofFiles')}
        description={t('filesHint')}
        accept={ENDINGS}
        maxBytes={LIMITS.followUpFileBytes}
        isMultiple
        files={draft.files}
        onChange={(files) => {
          forget();
          change({ files });
        }}
      />
      {share !== null && <Sending share={share} onStop={stop} />}
      {fault && <Banner tone="error">{fault}</Banner>}
      {hasMovedOn && !isPending && <FollowUpMovedOn lookedAt={lookedAt} newest={followUp} onGoOn={goOn} />}
      <div>
        <Button type="submit" variant="primary" isPending={isPending || share !== null}>
          {submitLabel}
        </Button>
      </div>
    </Form>
  );
}

function Sending({ share, onStop }: { share: number; onStop(): void }) {
  const t = useMessages(messages);
  return (
    <div className={styles.share}>
      <Progress label={t('uploading')} value={share} className={styles.line} />
      <span className={styles.figure}>{Math.round(share * 100)} %</span>
      <Button size="small" onPress={onStop}>
        {t('stopUpload')}
      </Button>
    </div>
  );
}

function KeptFiles({ files, onChange }: { files: FollowUpFile[]; onChange(files: FollowUpFile[]): void }) {
  const t = useMessages(messages);
  return (
    <ul className={styles.proofs} aria-label={t('keptFiles')}>
      {files.map((file) => (
        <li key={file.id} className={layout.rowSpread}>
          <Name>{file.name}</Name>
          <Button
            variant="icon"
            aria-label={t('removeFile', { name: file.name })}
            onPress={() => onChange(files.filter(({ id }) => id !== file.id))}
          >
            <X size={16} aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}

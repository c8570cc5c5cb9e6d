import type { PassageView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { classNames } from '../../ui/class-names.js';
import { Name } from '../../ui/name.js';
import { Time } from '../../ui/time.js';
import { messages } from './messages.js';
import { PassageMarks } from './passage-marks.js';
import { useTranscript } from './transcript-context.js';
import { Words } from './words.js';
import styles from './spoken-passage.module.css';

interface SpokenPassageProps {
  passage: PassageView;
  isFirst: boolean;
}

/** What somebody said or wrote. Spoken words stand plainly, written ones are set in, so that the two are told apart. */
export function SpokenPassage({ passage, isFirst }: SpokenPassageProps) {
  const { marking } = useTranscript();
  const { seq, kind, body, withdrawn, replyTo, quote } = passage;
  const pattern = marking?.seqs.has(seq) ? marking.pattern : null;
  return (
    <div className={classNames(kind === 'message' && styles.written)}>
      {isFirst && <SpeakerLine passage={passage} />}
      {replyTo !== null && <ReplyMark seq={replyTo} quote={quote} />}
      {withdrawn && <Tombstone withdrawn={withdrawn} />}
      {body !== null && (
        <div className={styles.words}>
          <Words body={body} pattern={pattern} />
        </div>
      )}
      <PassageMarks passage={passage} />
    </div>
  );
}

function SpeakerLine({ passage: { kind, speaker, recordedBy } }: { passage: PassageView }) {
  const t = useMessages(messages);
  const { register, deeds } = useTranscript();
  const person = register.person(speaker);
  const delegation = register.delegationOf(person);
  const isOnPaper = !deeds;
  return (
    <div className={styles.speaker}>
      {person ? (
        <Name className={styles.name} isWrapping={isOnPaper}>
          {person.name}
        </Name>
      ) : (
        <span className={styles.unnamed}>{t('unnamed')}</span>
      )}
      {delegation && (
        <Name className={styles.delegation} isWrapping={isOnPaper}>
          {delegation.shortName ?? delegation.name}
        </Name>
      )}
      {kind === 'message' && <span className={styles.how}>{t('inWriting')}</span>}
      {kind === 'statement' && recordedBy && (
        <span className={styles.how}>
          {t.rich('enteredBy', {
            person: () => <Name key="person">{register.person(recordedBy)?.name ?? ''}</Name>,
          })}
        </span>
      )}
    </div>
  );
}

function ReplyMark({ seq, quote }: { seq: number; quote: string | null }) {
  const t = useMessages(messages);
  const { deeds } = useTranscript();
  const words = t('inReplyTo', { seq: String(seq) });
  return (
    <div className={styles.reply}>
      {deeds ? (
        <button type="button" className={styles.link} onClick={() => deeds.jump(seq)}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      {quote && <blockquote dir="auto">{quote}</blockquote>}
    </div>
  );
}

function Tombstone({ withdrawn }: { withdrawn: NonNullable<PassageView['withdrawn']> }) {
  const t = useMessages(messages);
  const { register } = useTranscript();
  const time = () => <Time key="time" at={withdrawn.at} zone={register.zone} />;
  return (
    <p className={styles.tombstone}>
      {t.rich('withdrawnAt', { time })}
      {withdrawn.reason && <bdi> {withdrawn.reason}</bdi>}
    </p>
  );
}

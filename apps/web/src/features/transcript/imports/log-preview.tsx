import { useProblem } from '../../../app/errors/use-problem.js';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge } from '../../../ui/badge.js';
import { Banner } from '../../../ui/banner.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/disclosure.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { Skeleton } from '../../../ui/skeleton.js';
import text from '../../../ui/text.module.css';
import { NotUnderstoodLines } from '../not-understood-lines.js';
import { problemOf, type LogFile, type LogSummary } from './log-files.js';
import { messages } from './messages.js';
import { SpeakerNames } from './speaker-names.js';
import styles from './imports.module.css';

interface LogPreviewProps {
  log: LogFile;
  isBusy: boolean;
  onLeaveOut(): void;
  onRetry(): void;
  onRename(key: string, name: string): void;
}

/** What one log holds, before and after it is imported. */
export function LogPreview({ log, isBusy, onLeaveOut, onRetry, onRename }: LogPreviewProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { file, summary, result, error } = log;
  const meeting = result?.meeting ?? summary?.importedAs ?? null;
  const fault = problemOf(log);
  const isDuplicate = result ? result.duplicate : Boolean(summary?.importedAs);
  return (
    <article className={styles.log}>
      <header className={layout.rowSpread}>
        <div className={layout.grow}>
          <h2 className={styles.title} dir="auto">
            {summary?.title || file.name}
          </h2>
          <p className={text.quiet}>
            <Name>{file.name}</Name>
          </p>
        </div>
        {result?.meeting && !isDuplicate && <Badge tone="ok">{t('imported')}</Badge>}
        {isDuplicate && <Badge tone="warn">{t('duplicate')}</Badge>}
        {fault && <Badge tone="danger">{t('notALog')}</Badge>}
        {meeting && (
          <ButtonLink size="small" to={`/m/${meeting}/transcript`}>
            {t('openIt')}
          </ButtonLink>
        )}
        {!meeting && (
          <Button variant="quiet" size="small" isDisabled={isBusy} onPress={onLeaveOut}>
            {t('remove')}
          </Button>
        )}
      </header>
      {error && (
        <Banner
          tone="error"
          action={
            !summary && (
              <Button size="small" onPress={onRetry}>
                {t('tryAgain')}
              </Button>
            )
          }
        >
          {error.code === 'forbidden' ? t('forbidden') : problem(error)}
        </Banner>
      )}
      {!summary && !error && <Skeleton lines={3} />}
      {isDuplicate && <p className={text.quiet}>{t('duplicateWords')}</p>}
      {fault && <p>{t(fault)}</p>}
      {summary && !summary.problem && (
        <LogContents
          summary={summary}
          names={log.names}
          isFixed={isBusy || meeting !== null}
          onRename={onRename}
        />
      )}
    </article>
  );
}

interface LogContentsProps {
  summary: LogSummary;
  names: LogFile['names'];
  isFixed: boolean;
  onRename(key: string, name: string): void;
}

function LogContents({ summary, names, isFixed, onRename }: LogContentsProps) {
  const t = useMessages(messages);
  const { formatDate, formatNumber } = useFormats();
  const { date, lines, understood, notUnderstood, speakers, topics, proposals, decisions } = summary;
  return (
    <>
      <p className={styles.facts}>
        <span>{date ? formatDate(date, { zone: 'UTC', style: 'full' }) : t('noDate')}</span>
        <span>{t('understood', { understood: formatNumber(understood), lines: formatNumber(lines) })}</span>
        <span>{t('found', { topics: topics.length, proposals, decisions })}</span>
      </p>
      <div>
        <Disclosure summary={t('speakers', { count: speakers.length })}>
          <SpeakerNames speakers={speakers} names={names} isFixed={isFixed} onRename={onRename} />
        </Disclosure>
        {topics.length > 0 && (
          <Disclosure summary={t('topics', { count: topics.length })}>
            <ol className={styles.topics}>
              {topics.map((topic, index) => (
                <li key={index} dir="auto">
                  {topic}
                </li>
              ))}
            </ol>
          </Disclosure>
        )}
        {notUnderstood.length > 0 && (
          <Disclosure summary={t('notUnderstood', { count: notUnderstood.length })}>
            <NotUnderstoodLines lines={notUnderstood} />
          </Disclosure>
        )}
      </div>
    </>
  );
}

import type { TranscriptOutline } from '@roundtable/contracts';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Facts } from '../../ui/facts.js';
import { Attendance } from './attendance.js';
import { languageName } from './language-name.js';
import { messages } from './messages.js';
import { isUnderWay } from './use-outline.js';
import { isLongTitle } from '../../ui/long-title.js';
import styles from './title-page.module.css';

/** The head of the document: which meeting this was, when and where, and who took part. */
export function TitlePage({ outline }: { outline: TranscriptOutline }) {
  const t = useMessages(messages);
  const { formatNumber } = useFormats();
  const { meeting, speakers, passages } = outline;
  const sum = (of: 'statements' | 'messages') => speakers.reduce((total, speaker) => total + speaker[of], 0);
  const count = (number: number) => ({ count: number, shown: formatNumber(number) });
  return (
    <header className={styles.page}>
      <p className={styles.kicker}>{isUnderWay(outline) ? t('transcriptSoFar') : t('transcript')}</p>
      <h1 className={styles.title} data-long={isLongTitle(meeting.title) || undefined} dir="auto">
        {meeting.title}
      </h1>
      <div className={styles.facts}>
        <MeetingFacts outline={outline} />
      </div>
      {passages > 0 && (
        <p className={styles.extent}>
          {t('extent', { count: passages, shown: formatNumber(passages) })}
          {' · '}
          {t('statements', count(sum('statements')))}
          {' · '}
          {t('messages', count(sum('messages')))}
          {' · '}
          {t('proposalsCount', count(outline.proposals.length))}
          {' · '}
          {t('decisionsCount', count(outline.decisions.length))}
        </p>
      )}
      <Attendance outline={outline} />
      {passages === 0 && <EmptyState title={t('nothingSaid')}>{t('nothingSaidWords')}</EmptyState>}
    </header>
  );
}

function MeetingFacts({ outline: { meeting } }: { outline: TranscriptOutline }) {
  const t = useMessages(messages);
  const { formatDate, formatTime, formatZone, formatList } = useFormats();
  const { zone } = meeting;
  const from = meeting.openedAt ?? meeting.startsAt;
  const to = meeting.closedAt ?? meeting.endsAt;
  const [firstDay, lastDay] = [
    formatDate(from, { zone, style: 'full' }),
    formatDate(to, { zone, style: 'full' }),
  ];
  const [begin, end] = [formatTime(from, { zone }), formatTime(to, { zone })];
  const when =
    firstDay === lastDay ? `${firstDay}, ${begin}–${end}` : `${firstDay}, ${begin} – ${lastDay}, ${end}`;
  const places = [meeting.venue, meeting.remote ? t('remotely') : null].filter((place) => place !== null);
  return (
    <Facts
      items={[
        { term: t('host'), value: <bdi>{meeting.host}</bdi> },
        { term: t('time'), value: `${when}, ${formatZone(zone, from)}` },
        places.length > 0 && { term: t('place'), value: <bdi>{formatList(places)}</bdi> },
        { term: t('languages'), value: formatList(meeting.languages.map((tag) => languageName(t, tag))) },
        { term: t('state'), value: t(`state_${meeting.state}`) },
        { term: t('confidentiality'), value: t(`confidentiality_${meeting.confidentiality}`) },
        meeting.source && { term: t('source'), value: <bdi>{meeting.source.file}</bdi> },
      ]}
    />
  );
}

import type { MeetingSummary, MeView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { ButtonLink } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import layout from '../../../ui/layout.module.css';
import { PageHeader } from '../../../ui/page-header.js';
import { SearchField } from '../../../ui/search-field.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { LoadProblem } from '../load-problem.js';
import { useMeetings } from '../meeting-queries.js';
import { findMeetings, groupMeetings } from './group-meetings.js';
import { MeetingList } from './meeting-list.js';
import { messages } from './messages.js';
import styles from './meetings-overview.module.css';

/** Enough meetings that one looks for them by name. */
const SEARCHABLE = 8;

/** The meetings one takes part in, and for the secretariat the way to new ones. */
export function MeetingsOverview({ me }: { me: MeView }) {
  const t = useMessages(messages);
  const meetings = useMeetings(true);
  const mayCreate = me.account?.role === 'administrator' || me.account?.role === 'organiser';
  const title = t(me.account ? 'meetings' : 'yourMeeting');
  useTitle(title);
  if (meetings.error && !meetings.data) {
    return <LoadProblem problem={meetings.error} onRetry={() => void meetings.refetch()} />;
  }
  return (
    <div className={layout.page}>
      <PageHeader title={title} actions={mayCreate && <Beginnings />} />
      {meetings.isPending && <Skeleton lines={6} />}
      {meetings.data?.length === 0 && (
        <EmptyState title={t('none')}>{t(mayCreate ? 'noneCreate' : 'noneWait')}</EmptyState>
      )}
      {meetings.data && <Groups summaries={meetings.data} />}
    </div>
  );
}

function Beginnings() {
  const t = useMessages(messages);
  return (
    <>
      <ButtonLink to="/imports">{t('import')}</ButtonLink>
      <ButtonLink to="/meetings/new" variant="primary">
        {t('newMeeting')}
      </ButtonLink>
    </>
  );
}

function Groups({ summaries }: { summaries: readonly MeetingSummary[] }) {
  const t = useMessages(messages);
  const [words, setWords] = useState('');
  const groups = groupMeetings(findMeetings(summaries, words));
  return (
    <div className={layout.stackLoose}>
      {summaries.length >= SEARCHABLE && (
        <SearchField className={styles.search} label={t('search')} value={words} onChange={setWords} />
      )}
      {groups.map((each) => (
        <MeetingList
          key={each.group}
          heading={t(each.group)}
          summaries={each.summaries}
          isOnly={groups.length === 1 && summaries.length === 1}
        />
      ))}
      {summaries.length > 0 && groups.length === 0 && <EmptyState title={t('noMatch')} />}
    </div>
  );
}

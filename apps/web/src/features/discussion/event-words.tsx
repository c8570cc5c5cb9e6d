import type { EventState } from '@roundtable/client';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { FollowUpEvent } from '../follow-up/follow-up-event.js';
import { AmendmentEvent } from '../amendments/record/amendment-event.js';
import { PollEvent } from '../proposals/polls/poll-event.js';
import { ProvenanceMark } from '../proposals/provenance-mark.js';
import { PublicationEvent } from '../publications/publication-event.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './entry.module.css';

const who = (words: ReactNode[]) => <bdi key="who">{words}</bdi>;

/** An event in one sentence. */
export function EventWords({ event }: { event: EventState }) {
  const t = useMessages(messages);
  const { people, state } = useRoom();
  const nameOf = (id: string | null) => shorten(people.get(id ?? '')?.name ?? t('unknownSpeaker'));
  switch (event.type) {
    case 'meetings.opened':
      return t('meetingOpened');
    case 'meetings.suspended':
      return t('meetingSuspended');
    case 'meetings.closed':
      return t('meetingClosed');
    case 'meetings.item_closed':
      return t.rich('itemClosed', {
        number: event.data.item.number,
        title: shorten(event.data.item.title),
        who,
      });
    case 'floor.granted':
      return t.rich('floorGranted', { name: nameOf(event.data.request.participant), who });
    case 'proposals.captured': {
      const { number, title } = event.data.proposal;
      const newest = state.record?.snapshot.proposals.proposals.find((each) => each.number === number);
      return (
        <>
          {t.rich('proposalCaptured', { title: shorten(newest?.title ?? title), who })}{' '}
          <span className={styles.inline}>
            <ProvenanceMark numbers={[number]} />
          </span>
        </>
      );
    }
    case 'proposals.withdrawn': {
      const { proposal, reason } = event.data;
      return t(reason ? 'proposalWithdrawnWhy' : 'proposalWithdrawn', {
        number: proposal.number,
        reason: reason ?? '',
      });
    }
    case 'proposals.moved': {
      const { act, proposal, reason } = event.data;
      const all = state.record?.snapshot.proposals.proposals;
      const { admittedAs = null, mergedInto = null, referredTo = null } = proposal.life ?? {};
      return t.rich('proposalMoved', {
        number: proposal.number,
        act,
        admitted: admittedAs ?? 0,
        other: all?.find(({ id }) => id === mergedInto)?.number ?? 0,
        body: shorten(referredTo ?? ''),
        why: reason === null ? 'no' : 'yes',
        reason: shorten(reason ?? ''),
      });
    }
    case 'proposals.recommended': {
      const { number, life } = event.data.proposal;
      const { advice = 'none', reason = null } = life?.recommendation ?? {};
      return t.rich('proposalAdvised', {
        number,
        advice,
        why: reason === null ? 'no' : 'yes',
        reason: shorten(reason ?? ''),
      });
    }
    case 'proposals.positioned': {
      const { position, proposal } = event.data;
      const number = state.record?.snapshot.proposals.proposals.find(({ id }) => id === proposal)?.number;
      return t.rich('positionTaken', {
        name: nameOf(position.participant),
        number: number ?? 0,
        side: position.value > 0 ? 'for' : position.value < 0 ? 'against' : 'neutral',
        who,
      });
    }
    case 'polls.started':
    case 'polls.published':
    case 'polls.cancelled':
      return <PollEvent event={event} />;
    case 'publications.set_drafted':
    case 'publications.set_reserved':
    case 'publications.set_adopted':
    case 'publications.communique_drafted':
    case 'publications.communique_resolved':
    case 'publications.communique_circulated':
    case 'publications.communique_objected':
    case 'publications.communique_adopted':
      return <PublicationEvent event={event} />;
    case 'follow_up.begun':
    case 'follow_up.changed':
    case 'follow_up.reported':
      return <FollowUpEvent event={event} />;
    case 'amendments.tabled':
    case 'amendments.recommended':
    case 'amendments.accepted':
    case 'amendments.rejected':
    case 'amendments.withdrawn':
    case 'amendments.rebased':
    case 'amendments.merged':
    case 'amendments.promoted':
    case 'amendments.regulated':
      return <AmendmentEvent event={event} />;
    case 'transcript.imported':
      return t.rich('imported', {
        file: shorten(event.data.file),
        understood: event.data.understood,
        lines: event.data.lines,
        who,
      });
    default:
      return null;
  }
}

function shorten(words: string): string {
  return words.length > 140 ? `${words.slice(0, 139)}…` : words;
}

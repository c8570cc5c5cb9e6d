import type { InvitationView, MeetingDetail, ParticipantView } from '@roundtable/contracts';
import { useState } from 'react';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import layout from '../../../ui/layout.module.css';
import { SearchField } from '../../../ui/search-field.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useInvitations } from '../meeting-queries.js';
import { findPeople } from './find-people.js';
import { messages } from './messages.js';
import styles from './people-panel.module.css';
import { PeopleTable } from './people-table.js';
import { PersonDialog } from './person-dialog.js';
import { SendAllButton } from './send-all-button.js';

const SEARCHABLE = 10;

/** The secretariat's list of people with their personal links. */
export function PeoplePanel({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { compareNames } = useFormats();
  const { id } = detail.meeting;
  const invitations = useInvitations(id);
  const [words, setWords] = useState('');
  const [edited, setEdited] = useState<ParticipantView | 'new' | null>(null);
  const links = byParticipant(invitations.data ?? []);
  const people = detail.participants
    .filter(({ removed }) => !removed)
    .sort((one, other) => compareNames(one.name, other.name));
  return (
    <div className={layout.stack}>
      <div className={layout.rowSpread}>
        <div className={layout.row}>
          <Button onPress={() => setEdited('new')}>{t('addPerson')}</Button>
          <ButtonLink to={`/m/${id}/people-from-file`} variant="quiet">
            {t('fromFile')}
          </ButtonLink>
          <SendAllButton meeting={id} invitations={invitations.data ?? []} />
        </div>
        {people.length >= SEARCHABLE && (
          <SearchField className={styles.search} label={t('find')} value={words} onChange={setWords} />
        )}
      </div>
      {invitations.error && <Banner tone="error">{problem(invitations.error)}</Banner>}
      {people.length <= 1 && <EmptyState title={t('nobody')}>{t('nobodyWords')}</EmptyState>}
      <PeopleTable
        key={words}
        detail={detail}
        people={findPeople(people, words, detail.delegations, links)}
        links={links}
        onEdit={setEdited}
      />
      <PersonDialog
        detail={detail}
        person={edited}
        email={edited && edited !== 'new' ? links.get(edited.id)?.email : null}
        onClose={() => setEdited(null)}
      />
    </div>
  );
}

function byParticipant(invitations: readonly InvitationView[]): Map<string, InvitationView> {
  return new Map(invitations.map((invitation) => [invitation.participant, invitation]));
}

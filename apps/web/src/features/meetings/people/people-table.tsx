import type { InvitationView, MeetingDetail, ParticipantView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { CopyButton } from '../../../ui/copy-field.js';
import { Name } from '../../../ui/name.js';
import { Table } from '../../../ui/table.js';
import { useMeetingWords } from '../meeting-words.js';
import { messages as meetingMessages } from '../messages.js';
import { LinkState } from './link-state.js';
import { messages } from './messages.js';
import styles from './people-panel.module.css';
import { PersonMenu } from './person-menu.js';

const AT_ONCE = 100;

interface PeopleTableProps {
  detail: MeetingDetail;
  people: readonly ParticipantView[];
  links: ReadonlyMap<string, InvitationView>;
  onEdit(person: ParticipantView): void;
}

/** People with delegation, roles and where their personal link stands. */
export function PeopleTable({ detail, people, links, onEdit }: PeopleTableProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const { nameRoles } = useMeetingWords();
  const [shown, setShown] = useState(AT_ONCE);
  const delegations = new Map(detail.delegations.map((delegation) => [delegation.id, delegation.name]));
  const more = Math.min(AT_ONCE, people.length - shown);
  return (
    <>
      <Table
        caption={words('participants')}
        hideCaption
        rows={people.slice(0, shown)}
        rowKey={(person) => person.id}
        empty={t('noMatch')}
        columns={[
          {
            id: 'person',
            header: t('person'),
            isRowHeader: true,
            cell: (person) => <PersonCell person={person} email={links.get(person.id)?.email ?? null} />,
          },
          {
            id: 'delegation',
            header: t('delegation'),
            cell: ({ delegation }) => <Name isWrapping>{delegations.get(delegation ?? '') ?? '—'}</Name>,
          },
          { id: 'roles', header: t('roles'), cell: ({ roles }) => nameRoles(roles) },
          {
            id: 'link',
            header: t('link'),
            cell: (person) => <LinkState invitation={links.get(person.id)} />,
          },
          {
            id: 'actions',
            header: t('actions'),
            hideHeader: true,
            align: 'end',
            cell: (person) => (
              <span className={styles.deeds}>
                <CopyLink person={person} link={links.get(person.id)?.link ?? null} />
                <PersonMenu
                  meeting={detail.meeting.id}
                  person={person}
                  invitation={links.get(person.id)}
                  onEdit={() => onEdit(person)}
                />
              </span>
            ),
          },
        ]}
      />
      {more > 0 && (
        <Button variant="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('showMore', { count: more })}
        </Button>
      )}
    </>
  );
}

function PersonCell({ person, email }: { person: ParticipantView; email: string | null }) {
  return (
    <>
      <span className={styles.name} title={person.name}>
        <Name isWrapping>{person.name}</Name>
      </span>
      {[person.position, email].map(
        (words) =>
          words && (
            <div key={words} className={styles.quiet} title={words}>
              <Name isWrapping>{words}</Name>
            </div>
          ),
      )}
    </>
  );
}

function CopyLink({ person, link }: { person: ParticipantView; link: string | null }) {
  const t = useMessages(messages);
  return link && <CopyButton variant="icon" text={link} label={t('copyLink', { name: person.name })} />;
}

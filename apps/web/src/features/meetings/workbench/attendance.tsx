import type { MeetingDetail, ParticipantView } from '@roundtable/contracts';
import { useState } from 'react';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { classNames } from '../../../ui/class-names.js';
import { Name } from '../../../ui/name.js';
import text from '../../../ui/text.module.css';
import { useMeetingWords } from '../meeting-words.js';
import { messages as meetingMessages } from '../messages.js';
import styles from './attendance.module.css';
import { groupByDelegation } from './group-by-delegation.js';
import { messages } from './messages.js';

const AT_ONCE = 100;

/** Who takes part, by delegation in its order of precedence. */
export function Attendance({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const { compareNames } = useFormats();
  const [shown, setShown] = useState(AT_ONCE);
  const people = detail.participants.filter(({ removed }) => !removed);
  if (people.length === 0) return <p className={text.quiet}>{t('participantsEmpty')}</p>;
  const groups = groupByDelegation(people, detail.delegations, compareNames, shown);
  const more = Math.min(AT_ONCE, people.length - shown);
  return (
    <div className={styles.groups}>
      {groups.map(({ delegation, members }) => (
        <section key={delegation?.id ?? ''}>
          <h3 className={styles.delegation} dir="auto">
            {delegation ? <Name isWrapping>{delegation.name}</Name> : words('noDelegation')}
          </h3>
          <ul className={styles.people} role="list">
            {members.map((person) => (
              <Person key={person.id} person={person} isMe={person.id === detail.me.participant} />
            ))}
          </ul>
        </section>
      ))}
      {more > 0 && (
        <Button variant="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('showMore', { count: more })}
        </Button>
      )}
    </div>
  );
}

function Person({ person, isMe }: { person: ParticipantView; isMe: boolean }) {
  const t = useMessages(messages);
  const { nameRoles } = useMeetingWords();
  const isPlainExpert = person.roles.length === 1 && person.roles[0] === 'expert';
  return (
    <li className={styles.person} dir="auto">
      <span className={styles.clamped} title={person.name}>
        <span className={styles.name}>
          <Name isWrapping>{person.name}</Name>
        </span>
        {isMe && <span className={text.quiet}> ({t('youHere')})</span>}
      </span>
      {(!isPlainExpert || person.position) && (
        <span className={classNames(styles.clamped, text.quiet)} title={person.position ?? undefined}>
          {!isPlainExpert && <span className={styles.roles}>{nameRoles(person.roles)}</span>}
          {!isPlainExpert && person.position && ' · '}
          {person.position && <Name isWrapping>{person.position}</Name>}
        </span>
      )}
    </li>
  );
}

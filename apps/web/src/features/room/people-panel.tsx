import type { ParticipantView } from '@roundtable/contracts';
import { Building2, Wifi } from 'lucide-react';
import { useMemo } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { messages } from './messages.js';
import { peopleByDelegation } from './people-by-delegation.js';
import { useRoom } from './room-context.js';
import { useRoleWords } from './use-role-words.js';
import styles from './people-panel.module.css';

/** Who is here and who is not, by delegation. */
export function PeoplePanel() {
  const t = useMessages(messages);
  const { compareNames } = useFormats();
  const { state } = useRoom();
  const meetings = state.record?.snapshot.meetings;
  const here = useMemo(() => new Set(state.presence.map((each) => each.participant)), [state.presence]);
  const groups = useMemo(
    () =>
      peopleByDelegation(
        meetings?.participants ?? [],
        meetings?.delegations ?? [],
        (person) => here.has(person.id),
        compareNames,
      ),
    [meetings, here, compareNames],
  );
  const total = groups.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <div className={styles.panel}>
      <p className={styles.summary}>{t('hereOf', { here: here.size, total })}</p>
      {groups.map(({ delegation, people }) => (
        <section key={delegation?.id ?? 'alone'}>
          <h2 className={styles.delegation}>
            <Name>{delegation?.name ?? t('noDelegation')}</Name>
          </h2>
          <ul className={styles.people}>
            {people.map((person) => (
              <Person
                key={person.id}
                person={person}
                isHere={here.has(person.id)}
                isTyping={state.typing.includes(person.id)}
                isSelf={person.id === state.me?.participant}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface PersonProps {
  person: ParticipantView;
  isHere: boolean;
  isTyping: boolean;
  isSelf: boolean;
}

function Person({ person, isHere, isTyping, isSelf }: PersonProps) {
  const t = useMessages(messages);
  const roles = useRoleWords()(person);
  const detail = [person.position, isTyping ? null : roles].filter(Boolean).join(' · ');
  return (
    <li className={styles.person} data-here={isHere}>
      <span className={styles.presence} aria-hidden />
      <div className={styles.who}>
        <span className={styles.name}>
          <Name>{person.name}</Name>
          {isSelf && <span className={styles.self}>{t('you')}</span>}
        </span>
        {isTyping ? (
          <span className={styles.typing}>{t('typingNow')}</span>
        ) : (
          detail && <Name className={styles.detail}>{detail}</Name>
        )}
        <VisuallyHidden>{t(isHere ? 'isHere' : 'isAway')}</VisuallyHidden>
      </div>
      {person.attendance && <Attendance person={person} />}
    </li>
  );
}

function Attendance({ person }: { person: ParticipantView }) {
  const t = useMessages(messages);
  const words = t(person.attendance === 'onSite' ? 'onSite' : 'remote');
  const Icon = person.attendance === 'onSite' ? Building2 : Wifi;
  return (
    <span className={styles.attendance} title={words}>
      <Icon size={15} aria-hidden />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

import type { CommuniquePart, CommuniqueView, ReservationView } from '@roundtable/contracts';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useDirectory } from '../../proposals/directory.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import styles from './communique.module.css';
import { FootnoteDialog } from './footnote-dialog.js';
import { beginRuns, followRuns, type KeyedRuns } from './keyed-brackets.js';
import { OpenBracket, SettleDialog } from './open-bracket.js';

interface CommuniqueTextProps {
  communique: CommuniqueView;
  /** Agreed words alone: what is open is only hinted at. */
  isClean: boolean;
}

/** The paragraphs with their footnotes; open brackets can be settled where they stand. */
export function CommuniqueText({ communique, isClean }: CommuniqueTextProps) {
  const t = useMessages(messages);
  const starts = footnoteStarts(communique.parts);
  const notes = communique.parts.flatMap((part) =>
    part.reservations.map((reservation) => ({ part, reservation })),
  );
  return (
    <article className={styles.text} aria-label={t('communique')}>
      {communique.parts.map((part, index) => (
        <Paragraph
          key={part.id}
          communique={communique}
          part={part}
          place={index + 1}
          firstNote={starts[index] ?? 1}
          isClean={isClean}
        />
      ))}
      {notes.length > 0 && (
        <section className={styles.notes} aria-label={t('reservations')}>
          <ol>
            {notes.map(({ part, reservation }, index) => (
              <Footnote
                key={`${part.id}/${reservation.id}`}
                part={part}
                reservation={reservation}
                number={index + 1}
              />
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

interface ParagraphProps extends CommuniqueTextProps {
  part: CommuniquePart;
  place: number;
  firstNote: number;
}

function Paragraph({ communique, part, place, firstNote, isClean }: ParagraphProps) {
  const { runs, keys } = useKeyedRuns(part.text);
  const [settling, setSettling] = useState<number | null>(null);
  const brackets = runs.filter((run) => run.kind === 'bracket');
  const bracket = settling === null ? -1 : keys.indexOf(settling);
  const run = brackets[bracket];
  return (
    <div className={styles.paragraph}>
      <p dir="auto">
        {runs.map((each, index) => {
          if (each.kind === 'agreed') return <span key={`agreed ${index}`}>{each.text}</span>;
          const key = keys[brackets.indexOf(each)] ?? -1;
          if (isClean)
            return (
              <span key={key} className={styles.hint}>
                […]
              </span>
            );
          return (
            <OpenBracket key={key} communique={communique} run={each} onSettle={() => setSettling(key)} />
          );
        })}
        {part.reservations.map((reservation, index) => (
          <sup key={reservation.id}>
            {index > 0 && ', '}
            <a href={`#note-${firstNote + index}`}>{firstNote + index}</a>
          </sup>
        ))}
      </p>
      {!isClean && <FootnoteDialog part={part} place={place} />}
      {settling !== null && (
        <SettleDialog
          key={settling}
          placed={run ? { communique, part, bracket, run } : null}
          onClose={() => setSettling(null)}
        />
      )}
    </div>
  );
}

/** The paragraph as it reads, with keys that its brackets keep. */
function useKeyedRuns(text: string): KeyedRuns {
  const [read, setRead] = useState(() => beginRuns(text));
  if (read.text === text) return read;
  const followed = followRuns(read, text);
  setRead(followed);
  return followed;
}

interface FootnoteProps {
  part: CommuniquePart;
  reservation: ReservationView;
  number: number;
}

function Footnote({ part, reservation, number }: FootnoteProps) {
  const t = useMessages(messages);
  const { delegations } = useDirectory();
  const { client, may, people, state } = useRoom();
  const { act } = useAct();
  const name = delegations.get(reservation.delegation)?.name ?? t('unnamed');
  const isOwn = people.get(state.me?.participant ?? '')?.delegation === reservation.delegation;
  const mayWithdraw = may('publications.respond') && (isOwn || may('publications.draft'));
  const words = { part: part.id, reservation: reservation.id };
  return (
    <li id={`note-${number}`}>
      <bdi className={styles.delegation}>{name}</bdi>: <bdi>{reservation.text}</bdi>
      {mayWithdraw && (
        <ConfirmDialog
          title={t('withdrawReservationTitle')}
          confirmLabel={t('withdrawReservation')}
          cancelLabel={t('cancel')}
          isDangerous
          onConfirm={() => act(client.withdrawCommuniqueReservation(words))}
          trigger={
            <Button variant="icon" size="small" aria-label={t('withdrawReservationOf', { name })}>
              <X size={14} aria-hidden />
            </Button>
          }
        >
          <p>
            <bdi>{name}</bdi>: <bdi>{reservation.text}</bdi>
          </p>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** The number of each paragraph's first footnote: they run through the whole text. */
function footnoteStarts(parts: readonly CommuniquePart[]): number[] {
  let next = 1;
  return parts.map(({ reservations }) => {
    const first = next;
    next += reservations.length;
    return first;
  });
}

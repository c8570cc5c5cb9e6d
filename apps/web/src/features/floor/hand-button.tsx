import { ChevronDown, Hand as HandIcon, Mic } from 'lucide-react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';
import { Button } from '../../ui/button.js';
import { Popover } from '../../ui/popover.js';
import { Tooltip } from '../../ui/tooltip.js';
import { narrow, useMediaQuery } from '../../ui/use-media-query.js';
import { useRoom } from '../room/room-context.js';
import { AskForFloor } from './ask-for-floor.js';
import { messages } from './messages.js';
import type { Hand } from './speaker-list.js';
import { useFloorActs } from './use-floor-acts.js';
import { useHand } from './use-speaker-list.js';
import { useTurnAnnouncements } from './use-turn-announcements.js';
import styles from './hand-button.module.css';

/** One's hand: raises it at once or with a note, shows the place on the list, lowers it. Nothing for who may not speak. */
export function HandButton() {
  const t = useMessages(messages);
  const hand = useHand();
  const { may } = useRoom();
  const { raise, lower, isPending } = useFloorActs();
  const isNarrow = useMediaQuery(narrow);
  const mayAsk = may('floor.request');
  const turn = () => {
    if (isPending || hand.state === 'speaking') return;
    void (hand.state === 'raised' ? lower(hand.request) : raise());
  };
  useTurnAnnouncements(hand);
  useShortcut(
    {
      code: 'KeyY',
      ctrl: true,
      shift: true,
      inFields: true,
      label: t('raiseOrLower'),
      group: t('group'),
      when: mayAsk,
    },
    turn,
  );

  if (hand.state === 'speaking') return <OwnSpeech isCompact={isNarrow} />;
  if (!mayAsk) return null;
  return (
    <span className={styles.hand}>
      <Tooltip text={`${t(hand.state === 'raised' ? 'lower' : 'raise')} · Ctrl+Shift+Y`} placement="bottom">
        <Button
          size={isNarrow ? 'medium' : 'small'}
          className={isNarrow ? styles.compact : styles.main}
          aria-label={nameOf(hand, t)}
          aria-pressed={hand.state === 'raised'}
          isPending={isPending}
          onPress={turn}
        >
          <HandIcon size={isNarrow ? 20 : 16} aria-hidden />
          {isNarrow ? hand.state === 'raised' && hand.place : words(hand, t)}
        </Button>
      </Tooltip>
      {!isNarrow && hand.state === 'down' && (
        <Popover
          label={t('noteDialog')}
          placement="bottom end"
          trigger={
            <Button variant="icon" size="small" className={styles.more} aria-label={t('noteDialog')}>
              <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          {(close) => <AskForFloor onAsked={close} autoFocus />}
        </Popover>
      )}
    </span>
  );
}

function OwnSpeech({ isCompact }: { isCompact: boolean }) {
  const t = useMessages(messages);
  return (
    <span className={styles.speaking} title={t('youHaveFloor')}>
      <Mic size={isCompact ? 20 : 16} aria-hidden />
      <span className={isCompact ? styles.unseen : undefined}>{t('youHaveFloor')}</span>
    </span>
  );
}

type Words = ReturnType<typeof useMessages<keyof typeof messages.en>>;

function words(hand: Hand, t: Words): string {
  return hand.state === 'raised' ? t('raised', { place: hand.place }) : t('raise');
}

/** What it does and, where it is up, how things stand. */
function nameOf(hand: Hand, t: Words): string {
  return hand.state === 'raised' ? `${t('lower')}. ${t('waitingPlace', { place: hand.place })}` : t('raise');
}

import { useEffect, useRef } from 'react';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { messages } from './messages.js';
import type { Hand } from './speaker-list.js';

/** Tells people when their turn comes near, comes, and is over. */
export function useTurnAnnouncements(hand: Hand): void {
  const t = useMessages(messages);
  const { announce } = useAnnouncer();
  const before = useRef(hand);
  useEffect(() => {
    const was = before.current;
    before.current = hand;
    if (hand.state === 'speaking' && was.state !== 'speaking') {
      announce(t('youHaveFloorNow'));
      showToast({ text: t('youHaveFloorNow') });
      return;
    }
    if (was.state === 'speaking' && hand.state !== 'speaking') announce(t('yourSpeechEnded'));
    if (hand.state !== 'raised') return;
    const isNearer = was.state !== 'raised' || was.place !== hand.place;
    if (isNearer) announce(hand.place === 1 ? t('youAreNext') : t('waitingPlace', { place: hand.place }));
  }, [hand, announce, t]);
}

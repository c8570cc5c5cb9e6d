import type { ParticipantView } from '@roundtable/contracts';
import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import { useRoom } from '../room/room-context.js';
import { matchMentions, mentionQuery, type MentionQuery } from './mention-search.js';

/** Names offered while one types after an @; Tab or Enter takes one, Escape puts the list away. */
export function useMentions(field: RefObject<HTMLTextAreaElement | null>, onChange: (text: string) => void) {
  const { people, state } = useRoom();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [chosen, setChosen] = useState(0);
  const self = state.me?.participant ?? '';
  const matches = useMemo(
    () => (query === null ? [] : matchMentions(people.values(), query.words, self)),
    [people, query, self],
  );

  /** Call after the text or the caret moved. */
  const look = () => {
    const element = field.current;
    const next = element ? mentionQuery(element.value, element.selectionStart) : null;
    setQuery((before) => (before?.at === next?.at && before?.words === next?.words ? before : next));
    setChosen(0);
  };
  const take = (person: ParticipantView) => {
    const element = field.current;
    if (!element || !query) return;
    const name = `@${person.name.trim()} `;
    const rest = element.value.slice(query.at + 1 + query.words.length);
    onChange(element.value.slice(0, query.at) + name + rest);
    const caret = query.at + name.length;
    setQuery(null);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(caret, caret);
    });
  };
  /** Answers whether the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    const person = matches[chosen];
    if (!person) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((chosen + step + matches.length) % matches.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(person);
    else if (event.key === 'Escape') setQuery(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { matches, chosen, look, take, press, close: () => setQuery(null) };
}

import type { CommuniqueView } from '@roundtable/contracts';
import { MovedOn } from '../../documents/versions/moved-on.js';
import { useDelegationName } from '../use-delegation-name.js';
import { wordsOfCommunique } from './communique-words.js';

interface CommuniqueMovedOnProps {
  lookedAt: CommuniqueView;
  newest: CommuniqueView;
  onGoOn(): void;
}

/** Shows what others changed in the communique since it was looked at, footnotes included. */
export function CommuniqueMovedOn({ lookedAt, newest, onGoOn }: CommuniqueMovedOnProps) {
  const nameOf = useDelegationName();
  return (
    <MovedOn
      was={wordsOfCommunique(lookedAt, nameOf)}
      now={wordsOfCommunique(newest, nameOf)}
      onGoOn={onGoOn}
    />
  );
}

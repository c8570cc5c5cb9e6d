import type { SetLineView } from '@roundtable/contracts';
import { MovedOn } from '../../documents/versions/moved-on.js';
import { useDelegationName } from '../use-delegation-name.js';
import { wordsOfLine } from './set-words.js';

interface LineMovedOnProps {
  lookedAt: SetLineView;
  newest: SetLineView;
  onGoOn(): void;
}

/** Shows what others changed in a line since it was looked at, reservations included. */
export function LineMovedOn({ lookedAt, newest, onGoOn }: LineMovedOnProps) {
  const nameOf = useDelegationName();
  return <MovedOn was={wordsOfLine(lookedAt, nameOf)} now={wordsOfLine(newest, nameOf)} onGoOn={onGoOn} />;
}

import { Progress } from '../ui/progress.js';
import { useMessages } from './i18n/use-messages.js';
import { messages } from './messages.js';

/** Shown while the code of the first screen is on its way. */
export function LoadingScreen() {
  return <Progress label={useMessages(messages)('loading')} />;
}

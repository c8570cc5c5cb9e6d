import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { Time } from '../../ui/time.js';
import { useDirectory } from './directory.js';
import { messages } from './messages.js';

interface WhoAndWhenProps {
  named: 'capturedBy' | 'decidedBy';
  unnamed: 'capturedAt' | 'decidedAt';
  name: string | undefined;
  at: string;
}

/** «Captured by …, 14 October, 11:05», or without the name where nobody is named. */
export function WhoAndWhen({ named, unnamed, name, at }: WhoAndWhenProps) {
  const t = useMessages(messages);
  const { zone } = useDirectory().meeting;
  const time = () => <Time key="time" at={at} zone={zone} show="dateTime" dateStyle="medium" />;
  if (name === undefined) return t.rich(unnamed, { time });
  return t.rich(named, {
    name: () => (
      <Name key="name" isWrapping>
        {name}
      </Name>
    ),
    time,
  });
}

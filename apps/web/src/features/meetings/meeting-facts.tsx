import type { MeetingView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Facts } from '../../ui/facts.js';
import { Name } from '../../ui/name.js';
import { safeUrl } from '../../ui/safe-url.js';
import text from '../../ui/text.module.css';
import { useMeetingWords } from './meeting-words.js';
import { messages } from './messages.js';

/** What else there is to know of a meeting, beside its title, time and place. */
export function MeetingFacts({ meeting }: { meeting: MeetingView }) {
  const t = useMessages(messages);
  const { nameLanguages } = useMeetingWords();
  const conference = meeting.conferenceUrl && safeUrl(meeting.conferenceUrl);
  return (
    <Facts
      items={[
        conference
          ? {
              term: t('conference'),
              value: (
                <a href={conference} target="_blank" rel="noopener noreferrer">
                  <Name isWrapping>{conference}</Name>
                </a>
              ),
            }
          : null,
        { term: t('languages'), value: nameLanguages(meeting.languages) },
        {
          term: t('confidentiality'),
          value: (
            <>
              {t('membersOnly')}
              <div className={text.quiet}>{t('membersOnlyWords')}</div>
            </>
          ),
        },
        meeting.source && {
          term: t('source'),
          value: <Name isWrapping>{`${meeting.source.file} (${meeting.source.format})`}</Name>,
        },
      ]}
    />
  );
}

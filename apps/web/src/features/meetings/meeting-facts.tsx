import type { MeetingView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Facts } from '../../ui/facts.js';
import { Name } from '../../ui/name.js';
import { safeUrl } from '../../ui/safe-url.js';
import text from '../../ui/text.module.css';
import { MeetingTime } from './meeting-time.js';
import { useMeetingWords } from './meeting-words.js';
import { messages } from './messages.js';

/** The facts of a meeting, as at the head of a programme. */
export function MeetingFacts({ meeting }: { meeting: MeetingView }) {
  const t = useMessages(messages);
  const { namePlace, nameLanguages } = useMeetingWords();
  const conference = meeting.conferenceUrl && safeUrl(meeting.conferenceUrl);
  return (
    <Facts
      items={[
        { term: t('when'), value: <MeetingTime meeting={meeting} /> },
        { term: t('where'), value: <Name isWrapping>{namePlace(meeting)}</Name> },
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

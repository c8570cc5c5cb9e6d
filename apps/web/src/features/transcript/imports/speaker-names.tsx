import { LIMITS } from '@roundtable/contracts';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import { Table } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { TextField } from '../../../ui/text-field.js';
import type { LogFile, LogSummary } from './log-files.js';
import { messages } from './messages.js';

interface SpeakerNamesProps {
  speakers: LogSummary['speakers'];
  names: LogFile['names'];
  isFixed: boolean;
  onRename(key: string, name: string): void;
}

/** Who speaks in a log, with the names they will bear in the transcript. */
export function SpeakerNames({ speakers, names, isFixed, onRename }: SpeakerNamesProps) {
  const t = useMessages(messages);
  const { formatNumber, formatList } = useFormats();
  return (
    <>
      {!isFixed && <p className={text.quiet}>{t('speakersNote')}</p>}
      <Table
        caption={t('speakers', { count: speakers.length })}
        hideCaption
        rows={speakers}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'nicks',
            header: t('inTheLog'),
            isRowHeader: true,
            cell: ({ nicks }) => <Name>{formatList(nicks)}</Name>,
          },
          {
            id: 'name',
            header: t('name'),
            cell: ({ key, name, nicks }) =>
              isFixed ? (
                <Name>{names[key]?.trim() || name}</Name>
              ) : (
                <TextField
                  label={t('nameOf', { nicks: formatList(nicks) })}
                  hideLabel
                  value={names[key] ?? name}
                  placeholder={name}
                  maxLength={LIMITS.nameLength}
                  onChange={(words) => onRename(key, words)}
                />
              ),
          },
          {
            id: 'statements',
            header: t('statements'),
            align: 'end',
            cell: ({ statements }) => formatNumber(statements),
          },
        ]}
      />
    </>
  );
}

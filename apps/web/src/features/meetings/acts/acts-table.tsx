import type { AuditAct, AuditView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import { Table } from '../../../ui/table.js';
import { Time } from '../../../ui/time.js';
import { useMeetingWords } from '../meeting-words.js';
import { messages } from './messages.js';

/** Acts of power, the newest first; in the device's own zone where none is given. */
export function ActsTable({ acts, zone }: { acts: readonly AuditView[]; zone?: string }) {
  const t = useMessages(messages);
  const { nameRoles } = useMeetingWords();
  const nameAct = ({ act, roles }: AuditView): string => {
    const words = t(act.replaceAll('.', '_') as Underscored<AuditAct>);
    return roles && roles.length > 0 ? t('given', { act: words, roles: nameRoles(roles) }) : words;
  };
  return (
    <Table
      caption={t('acts')}
      hideCaption
      rows={acts}
      rowKey={({ id }) => id}
      columns={[
        { id: 'when', header: t('when'), cell: ({ at }) => <Time at={at} zone={zone} show="dateTime" /> },
        { id: 'what', header: t('what'), isRowHeader: true, cell: nameAct },
        {
          id: 'whom',
          header: t('whom'),
          cell: ({ subject }) => (subject === null ? t('everybody') : <Name isWrapping>{subject}</Name>),
        },
        {
          id: 'who',
          header: t('who'),
          cell: ({ actor }) => (actor === null ? t('operator') : <Name isWrapping>{actor}</Name>),
        },
      ]}
    />
  );
}

/** How an act is named among the words of the interface. */
type Underscored<Text extends string> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;

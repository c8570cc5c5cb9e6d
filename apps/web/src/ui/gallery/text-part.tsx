import { Avatar } from '../avatar.js';
import { Badge } from '../badge.js';
import { classNames } from '../class-names.js';
import { Facts } from '../facts.js';
import layout from '../layout.module.css';
import { Markdown } from '../markdown.js';
import { Name } from '../name.js';
import { Table } from '../table.js';
import text from '../text.module.css';
import { Time } from '../time.js';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { Part } from './part.js';
import { kyrgyzSpeech, people, sampleStart, sampleZone, speech } from './sample.js';

export function TextPart() {
  const { formatZone, formatNumber, formatList } = useFormats();
  return (
    <>
      <Part title="Words">
        <p className={text.lead}>
          A calm lead that says in two lines what this screen is for, and what one may do here.
        </p>
        <p className={text.label}>A quiet label</p>
        {[speech, kyrgyzSpeech].map((words, index) => (
          <article key={index} className={layout.stackTight}>
            <div className={layout.row}>
              <Avatar id={`p${index + 1}`} name={people[index]?.name ?? ''} />
              <strong>
                <Name>{people[index]?.name ?? ''}</Name>
              </strong>
              <span className={text.quiet}>
                <Name>{people[index]?.delegation ?? ''}</Name>
              </span>
              <Time at={sampleStart} zone={sampleZone} />
            </div>
            <Markdown className={text.record}>{words}</Markdown>
          </article>
        ))}
      </Part>
      <Part title="Facts and tables">
        <Facts
          items={[
            { term: 'Host', value: 'Institute of Mountain Waters, Karakol' },
            { term: 'Begins', value: <Time at={sampleStart} zone={sampleZone} show="dateTime" /> },
            { term: 'Zone', value: formatZone(sampleZone, sampleStart) },
            { term: 'Entries', value: formatNumber(12345) },
            { term: 'Languages', value: formatList(['English', 'русский', 'кыргызча']) },
          ]}
        />
        <Table
          caption="Participants"
          rows={people}
          rowKey={(person) => person.id}
          columns={[
            { id: 'name', header: 'Name', isRowHeader: true, cell: (person) => <Name>{person.name}</Name> },
            {
              id: 'delegation',
              header: 'Delegation',
              cell: (person) => <Name isWrapping>{person.delegation}</Name>,
            },
            { id: 'role', header: 'Role', cell: (person) => <Badge tone="accent">{person.role}</Badge> },
            { id: 'place', header: 'Place', cell: (person) => person.place },
            { id: 'entries', header: 'Entries', align: 'end', cell: () => formatNumber(1234) },
          ]}
        />
        <div className={layout.row}>
          {people.map(({ id, name }) => (
            <Avatar key={id} id={id} name={name} size="large" />
          ))}
          {Array.from({ length: 12 }, (_, index) => (
            <Avatar
              key={index}
              id={`colour ${index}`}
              name={`Ү ${String.fromCodePoint(65 + index)}`}
              size="small"
            />
          ))}
        </div>
        <div className={classNames(layout.row)}>
          <Badge>Neutral</Badge>
          <Badge tone="accent">Accent</Badge>
          <Badge tone="ok">Open</Badge>
          <Badge tone="warn">Suspended</Badge>
          <Badge tone="danger">Withdrawn</Badge>
          <Badge tone="danger" hasDot>
            Offline
          </Badge>
        </div>
      </Part>
    </>
  );
}

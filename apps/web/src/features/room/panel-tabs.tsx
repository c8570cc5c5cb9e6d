import { useMessages } from '../../app/i18n/use-messages.js';
import { Tabs } from '../../ui/tabs.js';
import { FloorPanel } from '../floor/floor-panel.js';
import { ProposalsPanel } from '../proposals/proposals-panel.js';
import { AgendaPanel } from './agenda-panel.js';
import { messages } from './messages.js';
import { openPanel, usePanel, type Panel } from './panel-store.js';
import { PeoplePanel } from './people-panel.js';
import { useRoom } from './room-context.js';

/** People, speakers, proposals and agenda, one in front of the others. */
export function PanelTabs() {
  const t = useMessages(messages);
  const { panel } = usePanel();
  const { state } = useRoom();
  const snapshot = state.record?.snapshot;
  return (
    <Tabs
      label={t('panel')}
      isFilling
      value={panel}
      onChange={(id) => openPanel(id as Panel)}
      items={[
        { id: 'people', label: t('people'), count: state.presence.length, content: <PeoplePanel /> },
        {
          id: 'speakers',
          label: t('speakers'),
          count: snapshot?.floor.requests.length || undefined,
          content: <FloorPanel />,
        },
        {
          id: 'proposals',
          label: t('proposals'),
          count: snapshot?.proposals.proposals.length || undefined,
          content: <ProposalsPanel />,
        },
        { id: 'agenda', label: t('agenda'), content: <AgendaPanel /> },
      ]}
    />
  );
}

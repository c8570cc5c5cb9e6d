import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';
import { Button } from '../../ui/button.js';
import { Name } from '../../ui/name.js';
import { SplitPane } from '../../ui/split-pane.js';
import { Tooltip } from '../../ui/tooltip.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { narrow, useMediaQuery } from '../../ui/use-media-query.js';
import { Discussion } from '../discussion/discussion.js';
import { RunningPolls } from '../proposals/polls/running-polls.js';
import { SimilarSheet } from '../proposals/similar/similar-sheet.js';
import { ConnectionStatus } from './connection-status.js';
import { EndedBanner } from './ended-banner.js';
import { ItemLine } from './item-line.js';
import { MeetingBanner } from './meeting-banner.js';
import { PanelBar } from './panel-bar.js';
import { PanelTabs } from './panel-tabs.js';
import { setPanelOpen, usePanel } from './panel-store.js';
import { messages } from './messages.js';
import { useRoom } from './room-context.js';
import { RunMenu } from './run-menu.js';
import styles from './room-layout.module.css';

interface RoomLayoutProps {
  onRetry(): void;
  onReopen(): void;
}

/** The room: the record in the centre, who and what belongs to it beside it. */
export function RoomLayout({ onRetry, onReopen }: RoomLayoutProps) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const { seq } = useParams();
  const { isOpen } = usePanel();
  const isNarrow = useMediaQuery(narrow);
  const meeting = state.record?.snapshot.meetings.meeting;

  useEffect(() => {
    if (isNarrow) setPanelOpen(false);
  }, [isNarrow]);
  useShortcut({ code: 'Period', ctrl: true, inFields: true, label: t('togglePanel'), group: t('room') }, () =>
    setPanelOpen(!isOpen),
  );

  return (
    <>
      <ShellSlot name="title">
        <Name className={styles.title}>{meeting?.title ?? ''}</Name>
      </ShellSlot>
      <ShellSlot name="status">
        <ConnectionStatus onRetry={onRetry} />
      </ShellSlot>
      <ShellSlot name="actions">
        <RunMenu />
        {!isNarrow && (
          <Tooltip text={t('togglePanel')} placement="bottom">
            <Button
              variant="icon"
              aria-label={t('togglePanel')}
              aria-expanded={isOpen}
              onPress={() => setPanelOpen(!isOpen)}
            >
              {isOpen ? <PanelRightClose size={18} aria-hidden /> : <PanelRightOpen size={18} aria-hidden />}
            </Button>
          </Tooltip>
        )}
      </ShellSlot>
      <SplitPane
        panelName={t('panel')}
        isPanelOpen={isOpen}
        onPanelOpenChange={setPanelOpen}
        panel={<PanelTabs />}
      >
        <div className={styles.centre}>
          <VisuallyHidden>
            <h1>{meeting?.title}</h1>
          </VisuallyHidden>
          <EndedBanner onReopen={onReopen} />
          <MeetingBanner />
          <ItemLine />
          <RunningPolls />
          <SimilarSheet />
          <Discussion goal={seq === undefined ? null : Number(seq)} />
          {isNarrow && <PanelBar />}
        </div>
      </SplitPane>
    </>
  );
}

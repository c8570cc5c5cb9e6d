import { useState } from 'react';
import { useLocale } from '../../app/i18n/i18n-provider.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { useTitle } from '../../app/use-title.js';
import { Badge } from '../badge.js';
import { Button } from '../button.js';
import layout from '../layout.module.css';
import { Name } from '../name.js';
import { PageHeader } from '../page-header.js';
import { SplitPane } from '../split-pane.js';
import { Time } from '../time.js';
import { ControlsPart } from './controls-part.js';
import { MessagesPart } from './messages-part.js';
import { OverlaysPart } from './overlays-part.js';
import { TextPart } from './text-part.js';
import { sampleStart, sampleZone } from './sample.js';

/** Every control in every state, for those who build screens. Only in development builds, so only in English. */
export function Gallery() {
  useTitle('Controls');
  const locale = useLocale();
  const [isPanelOpen, setPanelOpen] = useState(() => window.innerWidth > 960);
  return (
    <SplitPane
      panelName="Proposals"
      isPanelOpen={isPanelOpen}
      onPanelOpenChange={setPanelOpen}
      panel={<PanelSample />}
    >
      <ShellSlot name="title">
        <Name>Water and energy of the upper basin</Name>
      </ShellSlot>
      <ShellSlot name="status">
        <Badge tone="ok" hasDot>
          Online
        </Badge>
      </ShellSlot>
      <div className={layout.page}>
        <PageHeader
          kicker={`Controls · ${locale}`}
          title="A round table on water and energy"
          meta={
            <>
              <Time at={sampleStart} zone={sampleZone} show="date" dateStyle="full" />
              <Time at={sampleStart} zone={sampleZone} />
              <Time at={sampleStart} zone={sampleZone} show="date" dateStyle="medium" />
              <Time at={Date.now() - 300_000} show="relative" />
            </>
          }
          actions={
            <>
              <Button onPress={() => setPanelOpen(!isPanelOpen)}>Proposals</Button>
              <Button variant="primary">Open the meeting</Button>
            </>
          }
        />
        <div className={layout.stackLoose}>
          <TextPart />
          <ControlsPart />
          <OverlaysPart />
          <MessagesPart />
        </div>
      </div>
    </SplitPane>
  );
}

function PanelSample() {
  return (
    <div className={layout.stack}>
      <h3>Proposals</h3>
      <p>One: A shared table of reservoir levels, published every morning.</p>
      <p>Two: Winter releases are announced ten days ahead.</p>
    </div>
  );
}

import { openDocument } from '@roundtable/client';
import type { ProposalView } from '@roundtable/contracts';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useRoom } from '../room/room-context.js';
import { DocumentEditor } from './document-editor.js';
import { DocumentPlaceProvider, type DocumentPlace } from './document-place.js';

export interface ProposalDocumentProps {
  proposal: ProposalView;
  /** The field for who cannot have the shared text, such as on a server that has none. */
  plain: ReactNode;
  /** The text as it was last saved, shown until the shared one is there. */
  children: ReactNode;
}

/** The text of a proposal of the open room, shared with everybody who writes it. */
export function ProposalDocument({ proposal, plain, children }: ProposalDocumentProps) {
  const { client, meetingId, state, people } = useRoom();
  const { id, version } = proposal;
  const open = useCallback(() => openDocument(client.ground, id), [client, id]);
  const zone = state.record?.snapshot.meetings.meeting.zone ?? 'UTC';
  const place = useMemo(
    (): DocumentPlace => ({
      meeting: meetingId,
      proposal: id,
      zone,
      versions: version,
      saveVersion: async (note) => {
        const answer = await client.versionDocument({ proposal: id, note }).done;
        return answer.ok ? null : answer.error;
      },
    }),
    [client, meetingId, id, zone, version],
  );
  return (
    <DocumentPlaceProvider value={place}>
      <DocumentEditor
        open={open}
        proposalState={proposal.state}
        self={state.me?.participant ?? null}
        nameOf={(participant) => people.get(participant)?.name ?? null}
        plain={plain}
      >
        {children}
      </DocumentEditor>
    </DocumentPlaceProvider>
  );
}

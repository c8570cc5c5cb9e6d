import { hasKeptChanges } from '@roundtable/client';
import { Suspense, useEffect, useState } from 'react';
import { useRoom } from '../room/room-context.js';
import { UnsentWords } from './shared-document.js';

/** What one wrote into the text of a proposal and was not taken before the text was closed; most have nothing. */
export function KeptWords({ proposal }: { proposal: string }) {
  return useHasKept(proposal) ? (
    <Suspense fallback={null}>
      <UnsentWords proposal={proposal} />
    </Suspense>
  ) : null;
}

/** Asks the device, so that nobody opens a document to find nothing in it. */
function useHasKept(proposal: string): boolean {
  const { client } = useRoom();
  const [hasKept, setHasKept] = useState(false);
  useEffect(() => {
    let isOver = false;
    void hasKeptChanges(client.ground, proposal).then((has) => {
      if (!isOver) setHasKept(has);
    });
    return () => {
      isOver = true;
    };
  }, [client, proposal]);
  return hasKept;
}

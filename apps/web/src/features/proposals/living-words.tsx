import type { ProposalView } from '@roundtable/contracts';
import { Suspense } from 'react';
import { Markdown } from '../../ui/markdown.js';
import text from '../../ui/text.module.css';
import { KeptWords } from './kept-words.js';
import { isChangeable } from './proposal-draft.js';
import { ProposalWords } from './proposal-parts.js';
import { SharedDocument } from './shared-document.js';

/** What a proposal says, for those who only read it: while it is still written, as it is being written. */
export function LivingWords({ proposal }: { proposal: ProposalView }) {
  if (!isChangeable(proposal))
    return (
      <>
        <KeptWords key={proposal.id} proposal={proposal.id} />
        <ProposalWords proposal={proposal} />
      </>
    );
  const saved = (
    <div className={text.record}>
      <Markdown>{proposal.text}</Markdown>
    </div>
  );
  return (
    <ProposalWords proposal={proposal}>
      <Suspense fallback={saved}>
        <SharedDocument key={proposal.id} proposal={proposal} plain={saved}>
          {saved}
        </SharedDocument>
      </Suspense>
    </ProposalWords>
  );
}

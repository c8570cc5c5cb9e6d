import { LIMITS, type SetLineView, type SetView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/text-area.js';
import { useLookedAt } from '../../../ui/use-looked-at.js';
import { MovedOn } from '../../documents/versions/moved-on.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { useDelegationName } from '../use-delegation-name.js';
import { AddLines } from './add-lines.js';
import { wordsOfSet, type WholeSet } from './set-words.js';

/** What is done with the set as a whole: lines are added, and it is adopted. */
export function SetActs({ set, lines }: { set: SetView; lines: readonly SetLineView[] }) {
  const { may } = useRoom();
  if (set.state === 'adopted') return null;
  return (
    <>
      {may('publications.draft') && <AddLines set={set} lines={lines} />}
      {may('publications.adopt') && lines.length > 0 && <AdoptSet set={set} lines={lines} />}
    </>
  );
}

interface AdoptSetProps {
  set: SetView;
  lines: readonly SetLineView[];
  /** One line; the whole set where left out. */
  line?: SetLineView;
}

/** Asks for the reason, then adopts a line or everything that is left. */
export function AdoptSet({ set, lines, line }: AdoptSetProps) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { actOrStay, isPending } = useAct();
  const nameOf = useDelegationName();
  const newest: WholeSet = { set, lines };
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(newest, (whole) => whole.set.version);
  const [reason, setReason] = useState('');
  const left = lookedAt.lines.filter(({ adoption }) => !adoption).length;
  const label = t(line ? 'adoptLine' : 'adoptSet');

  const adopt = async () => {
    const words = {
      version: lookedAt.set.version,
      lines: line ? [line.id] : null,
      reason: reason.trim().slice(0, LIMITS.reasonLength) || null,
    };
    await actOrStay(client.adoptSet(words), t(line ? 'lineAdopted' : 'setAdopted'));
  };
  return (
    <ConfirmDialog
      title={line ? t('adoptLineTitle', { number: String(line.number) }) : t('adoptSetTitle')}
      confirmLabel={label}
      cancelLabel={t('cancel')}
      isPending={isPending}
      onOpenChange={(isOpen) => isOpen && lookAgain()}
      onConfirm={adopt}
      trigger={
        <Button variant={line ? 'quiet' : 'primary'} size={line ? 'small' : 'medium'}>
          {label}
        </Button>
      }
    >
      <div className={layout.stack}>
        <p>{line ? t('adoptLineWords') : t('adoptSetWords', { count: left })}</p>
        <TextArea
          label={t('reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          limit={LIMITS.reasonLength}
          isOptional
        />
        {hasMovedOn && !isPending && (
          <MovedOn was={wordsOfSet(lookedAt, nameOf)} now={wordsOfSet(newest, nameOf)} onGoOn={lookAgain} />
        )}
      </div>
    </ConfirmDialog>
  );
}

import type { ProposalSubmitter, ProposalView } from '@roundtable/contracts';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { ComboBox } from '../../../ui/combo-box.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import text from '../../../ui/text.module.css';
import { useRoom } from '../../room/room-context.js';
import { useDirectory } from '../directory.js';
import { messages } from './messages.js';
import { useLifeActs } from './use-life-acts.js';
import { useSubmitterName } from './use-submitter-name.js';
import styles from './links-list.module.css';

/** Names who submits a proposal: persons, delegations or the meeting itself, the submitter first. */
export function SubmittersDialog({ proposal, onClose }: { proposal: ProposalView; onClose(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const nameOf = useSubmitterName();
  const { settle, isPending, refusal } = useLifeActs(proposal);
  const [submitters, setSubmitters] = useState<ProposalSubmitter[]>(proposal.life?.submitters ?? []);
  const choices = useChoices(submitters);
  const add = (value: string | null) => {
    const added = value === null ? null : parse(value);
    if (added) setSubmitters((before) => [...before, added]);
  };
  const send = async () => {
    const { id, version } = proposal;
    if (await settle(client.changeProposal({ proposal: id, version, submitters }))) onClose();
  };
  return (
    <Dialog
      title={t('submittersTitle', { number: String(proposal.number) })}
      isOpen
      onOpenChange={onClose}
      size="small"
    >
      <Form onSubmit={() => void send()}>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        <p className={text.quiet}>{t('submittersWords')}</p>
        {submitters.length === 0 ? (
          <p>{t('nobody')}</p>
        ) : (
          <ol className={styles.list}>
            {submitters.map((each) => (
              <li key={keyOf(each)} className={styles.item}>
                <Name isWrapping>{nameOf(each)}</Name>
                <Button
                  variant="icon"
                  aria-label={t('remove', { name: nameOf(each) })}
                  onPress={() => setSubmitters((before) => before.filter((other) => other !== each))}
                >
                  <X size={16} aria-hidden />
                </Button>
              </li>
            ))}
          </ol>
        )}
        <ComboBox
          key={submitters.length}
          label={t('addSubmitter')}
          choices={choices}
          value={null}
          onChange={add}
        />
        <div className={layout.rowEnd}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function useChoices(named: readonly ProposalSubmitter[]) {
  const t = useMessages(messages);
  const { people, delegations } = useDirectory();
  const taken = new Set(named.map(keyOf));
  const all = [
    { value: 'meeting:', label: t('theMeeting') },
    ...[...delegations.values()].map(({ id, name }) => ({
      value: `delegation:${id}`,
      label: name,
      hint: t('delegation'),
    })),
    ...[...people.values()]
      .filter(({ removed }) => !removed)
      .map(({ id, name }) => ({ value: `person:${id}`, label: name, hint: t('person') })),
  ];
  return all.filter(({ value }) => !taken.has(value));
}

function keyOf({ kind, id }: ProposalSubmitter): string {
  return `${kind}:${id ?? ''}`;
}

function parse(value: string): ProposalSubmitter | null {
  const [kind, id = ''] = value.split(':');
  if (kind === 'meeting') return { kind, id: null };
  return kind === 'person' || kind === 'delegation' ? { kind, id } : null;
}

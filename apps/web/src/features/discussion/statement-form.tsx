import { LIMITS } from '@roundtable/contracts';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { ComboBox } from '../../ui/combo-box.js';
import { TextArea } from '../../ui/text-area.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { likelySpeakers } from './recent-speakers.js';
import styles from './statement-form.module.css';

/** For the rapporteur: what somebody says aloud, entered as their statement. Stays on the speaker for the next one. */
export function StatementForm({ onSaid }: { onSaid(): void }) {
  const t = useMessages(messages);
  const { compareNames } = useFormats();
  const { client, state } = useRoom();
  const field = useRef<HTMLTextAreaElement>(null);
  const record = state.record!;
  const speakers = useMemo(() => likelySpeakers(record, compareNames), [record, compareNames]);
  const onFloor = record.snapshot.floor.requests.find((request) => request.state === 'speaking')?.participant;
  const [chosen, setChosen] = useState<string | null>(null);
  const [body, setBody] = useState('');
  const speaker = chosen ?? onFloor ?? null;
  const isTooLong = body.length > LIMITS.bodyLength;
  const isReady = speaker !== null && body.trim() !== '' && !isTooLong;

  const choices = useMemo(() => {
    const { delegations } = record.snapshot.meetings;
    return speakers.map(({ id, name, delegation }) => ({
      value: id,
      label: name,
      hint:
        id === onFloor
          ? t('hasFloor')
          : (delegations.find((each) => each.id === delegation)?.name ?? undefined),
    }));
  }, [speakers, record.snapshot.meetings, onFloor, t]);

  const enter = () => {
    if (!isReady) return;
    client.state({ speaker, body: body.trim() });
    setChosen(speaker);
    setBody('');
    onSaid();
    field.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    enter();
  };
  return (
    <div className={styles.form}>
      <ComboBox
        label={t('speaker')}
        hideLabel
        placeholder={t('chooseSpeaker')}
        choices={choices}
        value={speaker}
        onChange={setChosen}
      />
      <div className={styles.row}>
        <TextArea
          className={styles.field}
          label={t('spokenWords')}
          hideLabel
          isRecord
          rows={2}
          limit={LIMITS.bodyLength}
          placeholder={t('spokenWords')}
          value={body}
          inputRef={field}
          error={isTooLong ? t('tooLong') : undefined}
          onChange={setBody}
          onKeyDownCapture={press}
        />
        <Button variant="primary" isDisabled={!isReady} onPress={enter}>
          {t('enterStatement')}
        </Button>
      </div>
    </div>
  );
}

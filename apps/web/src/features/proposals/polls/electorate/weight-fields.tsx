import { Plus, X } from 'lucide-react';
import { useMessages } from '../../../../app/i18n/use-messages.js';
import { Button } from '../../../../ui/button.js';
import { ComboBox } from '../../../../ui/combo-box.js';
import { TextField } from '../../../../ui/text-field.js';
import { messages } from '../messages.js';
import type { WeightDraft } from './electorate-draft.js';
import type { ElectorateFieldsProps } from './electorate-fields.js';
import { useRows } from './use-rows.js';
import styles from './electorate.module.css';

/** Votes that weigh more or less than one, each in a row of its own. */
export function WeightFields({ draft, faults, voters, onChange }: ElectorateFieldsProps) {
  const t = useMessages(messages);
  const rows = useRows<WeightDraft>(draft.weights, (weights) => onChange({ weights }));
  const choices = voters.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset ref={rows.list} className={styles.rows}>
      <legend className={styles.legend}>{t('weights')}</legend>
      <p className={styles.note}>{t('weightsHint')}</p>
      {draft.weights.map((row, place) => {
        const fault = faults.weights?.[place];
        const name = t('weightRow', { number: place + 1 });
        return (
          <div key={rows.keyOf(place)} role="group" aria-label={name} className={styles.row}>
            <ComboBox
              label={t('weightOf')}
              choices={choices}
              value={row.elector}
              onChange={(elector) => rows.change(place, { ...row, elector })}
              error={fault && fault !== 'badWeight' ? t(fault) : null}
              autoFocus={rows.isNew(place)}
            />
            <TextField
              label={t('weight')}
              inputMode="decimal"
              value={row.weight}
              onChange={(weight) => rows.change(place, { ...row, weight })}
              error={fault === 'badWeight' ? t(fault) : null}
            />
            <Button
              variant="icon"
              className={styles.remove}
              aria-label={t('removeRow', { row: name })}
              onPress={() => rows.remove(place)}
            >
              <X size={18} aria-hidden />
            </Button>
          </div>
        );
      })}
      <Button size="small" onPress={() => rows.add({ elector: null, weight: '' })}>
        <Plus size={16} aria-hidden />
        {t('addWeight')}
      </Button>
    </fieldset>
  );
}

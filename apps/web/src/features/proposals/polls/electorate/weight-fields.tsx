import { useMessages } from '../../../../app/i18n/use-messages.js';
import { ComboBox } from '../../../../ui/combo-box.js';
import { TextField } from '../../../../ui/text-field.js';
import { messages } from '../messages.js';
import type { WeightDraft } from './electorate-draft.js';
import type { ElectorateFieldsProps } from './electorate-fields.js';
import { RowList } from './row-list.js';

const BLANK: WeightDraft = { elector: null, weight: '' };

/** Votes that weigh more or less than one, each in a row of its own. */
export function WeightFields({ draft, faults, voters, onChange }: ElectorateFieldsProps) {
  const t = useMessages(messages);
  const choices = voters.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <RowList<WeightDraft>
      legend={t('weights')}
      hint={t('weightsHint')}
      rows={draft.weights}
      blank={BLANK}
      addLabel={t('addWeight')}
      nameOf={(number) => t('weightRow', { number })}
      onChange={(weights) => onChange({ weights })}
    >
      {({ row, place, isNew, change }) => {
        const fault = faults.weights?.[place];
        return (
          <>
            <ComboBox
              label={t('weightOf')}
              choices={choices}
              value={row.elector}
              onChange={(elector) => change({ ...row, elector })}
              error={fault && fault !== 'badWeight' ? t(fault) : null}
              autoFocus={isNew}
            />
            <TextField
              label={t('weight')}
              inputMode="decimal"
              value={row.weight}
              onChange={(weight) => change({ ...row, weight })}
              error={fault === 'badWeight' ? t(fault) : null}
            />
          </>
        );
      }}
    </RowList>
  );
}

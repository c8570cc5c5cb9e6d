import { Plus, X } from 'lucide-react';
import { useMessages } from '../../../../app/i18n/use-messages.js';
import { Button } from '../../../../ui/button.js';
import { ComboBox } from '../../../../ui/combo-box.js';
import { messages } from '../messages.js';
import type { ProxyDraft } from './electorate-draft.js';
import type { ElectorateFieldsProps } from './electorate-fields.js';
import { useRows } from './use-rows.js';
import styles from './electorate.module.css';

interface ProxyFieldsProps extends ElectorateFieldsProps {
  isSecret: boolean;
}

/** Who casts whose vote, each in a row of its own. */
export function ProxyFields({ draft, faults, voters, isSecret, onChange }: ProxyFieldsProps) {
  const t = useMessages(messages);
  const rows = useRows<ProxyDraft>(draft.proxies, (proxies) => onChange({ proxies }));
  const choices = voters.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset ref={rows.list} className={styles.rows}>
      <legend className={styles.legend}>{t('proxies')}</legend>
      <p className={styles.note}>{t(isSecret ? 'proxiesHintSecret' : 'proxiesHint')}</p>
      {draft.proxies.map((row, place) => {
        const fault = faults.proxies?.[place];
        const name = t('proxyRow', { number: place + 1 });
        return (
          <div key={rows.keyOf(place)} role="group" aria-label={name} className={styles.row}>
            <ComboBox
              label={t('proxyFrom')}
              choices={choices}
              value={row.from}
              onChange={(from) => rows.change(place, { ...row, from })}
              error={fault && t(fault)}
              autoFocus={rows.isNew(place)}
            />
            <ComboBox
              label={t('proxyTo')}
              choices={choices.filter(({ value }) => value !== row.from)}
              value={row.to}
              onChange={(to) => rows.change(place, { ...row, to })}
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
      <Button size="small" onPress={() => rows.add({ from: null, to: null })}>
        <Plus size={16} aria-hidden />
        {t('addProxy')}
      </Button>
    </fieldset>
  );
}

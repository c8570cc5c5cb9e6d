import { useMessages } from '../../../../app/i18n/use-messages.js';
import { ComboBox } from '../../../../ui/combo-box.js';
import { messages } from '../messages.js';
import type { ProxyDraft } from './electorate-draft.js';
import type { ElectorateFieldsProps } from './electorate-fields.js';
import { RowList } from './row-list.js';

const BLANK: ProxyDraft = { from: null, to: null };

interface ProxyFieldsProps extends ElectorateFieldsProps {
  isSecret: boolean;
}

/** Who casts whose vote, each in a row of its own. */
export function ProxyFields({ draft, faults, voters, isSecret, onChange }: ProxyFieldsProps) {
  const t = useMessages(messages);
  const choices = voters.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <RowList<ProxyDraft>
      legend={t('proxies')}
      hint={t(isSecret ? 'proxiesHintSecret' : 'proxiesHint')}
      rows={draft.proxies}
      blank={BLANK}
      addLabel={t('addProxy')}
      nameOf={(number) => t('proxyRow', { number })}
      onChange={(proxies) => onChange({ proxies })}
    >
      {({ row, place, isNew, change }) => {
        const fault = faults.proxies?.[place];
        return (
          <>
            <ComboBox
              label={t('proxyFrom')}
              choices={choices}
              value={row.from}
              onChange={(from) => change({ ...row, from })}
              error={fault && t(fault)}
              autoFocus={isNew}
            />
            <ComboBox
              label={t('proxyTo')}
              choices={choices.filter(({ value }) => value !== row.from)}
              value={row.to}
              onChange={(to) => change({ ...row, to })}
            />
          </>
        );
      }}
    </RowList>
  );
}

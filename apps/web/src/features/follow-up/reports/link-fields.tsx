import { LIMITS } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { TextField } from '../../../ui/text-field.js';
import { messages } from '../messages.js';
import styles from '../follow-up.module.css';
import { isSecure, type LinkDraft } from './report-draft.js';

interface LinkFieldsProps {
  links: LinkDraft[];
  onChange(links: LinkDraft[]): void;
  /** True from the first attempt to send on. */
  isChecked: boolean;
}

/** Pages that prove a report. */
export function LinkFields({ links, onChange, isChecked }: LinkFieldsProps) {
  const t = useMessages(messages);
  const change = (index: number, part: Partial<LinkDraft>) =>
    onChange(links.map((link, place) => (place === index ? { ...link, ...part } : link)));
  return (
    <fieldset className={styles.group}>
      <legend>{t('proofLinks')}</legend>
      {links.map((link, index) => (
        <div key={index} className={styles.link}>
          <TextField
            label={t('linkAddress')}
            description={t('linkHint')}
            type="url"
            inputMode="url"
            value={link.url}
            onChange={(url) => change(index, { url })}
            error={isChecked && !isSecure(link.url) ? t('linkWrong') : undefined}
          />
          <TextField
            label={t('linkTitle')}
            isOptional
            maxLength={LIMITS.titleLength}
            value={link.title}
            onChange={(title) => change(index, { title })}
          />
          <div>
            <Button
              variant="quiet"
              size="small"
              onPress={() => onChange(links.filter((_, place) => place !== index))}
            >
              {t('removeLink')}
            </Button>
          </div>
        </div>
      ))}
      {links.length < LIMITS.followUpProofs && (
        <div className={layout.row}>
          <Button size="small" onPress={() => onChange([...links, { url: '', title: '' }])}>
            {t('addLink')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

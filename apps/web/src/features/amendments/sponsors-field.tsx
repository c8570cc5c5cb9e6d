import type { AmendmentSponsor } from '@roundtable/contracts';
import { X } from 'lucide-react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { ComboBox } from '../../ui/combo-box.js';
import { Name } from '../../ui/name.js';
import text from '../../ui/text.module.css';
import { useDirectory } from '../proposals/directory.js';
import { useMover } from '../proposals/life/use-mover.js';
import { messages } from './messages.js';
import { maySpeakForAll } from './possible-acts.js';
import { useSponsorName } from './use-sponsor-name.js';
import styles from './amendments.module.css';

interface SponsorsFieldProps {
  sponsors: readonly AmendmentSponsor[];
  error: string | undefined;
  onChange(sponsors: AmendmentSponsor[]): void;
}

/** Who stands behind the amendment: oneself and one's delegation, for staff anybody. */
export function SponsorsField({ sponsors, error, onChange }: SponsorsFieldProps) {
  const t = useMessages(messages);
  const nameOf = useSponsorName();
  const choices = useChoices(sponsors);
  const add = (value: string | null) => {
    const added = value === null ? null : parse(value);
    if (added) onChange([...sponsors, added]);
  };
  return (
    <div>
      <p className={text.quiet}>{t('sponsorsField')}</p>
      <ul className={styles.sponsors}>
        {sponsors.map((sponsor) => (
          <li key={keyOf(sponsor)} className={styles.sponsor}>
            <Name isWrapping>{nameOf(sponsor)}</Name>
            <Button
              variant="icon"
              size="small"
              aria-label={t('removeSponsor', { name: nameOf(sponsor) })}
              onPress={() => onChange(sponsors.filter((other) => other !== sponsor))}
            >
              <X size={16} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {choices.length > 0 && (
        <ComboBox
          key={sponsors.length}
          label={t('addSponsor')}
          choices={choices}
          value={null}
          onChange={add}
          error={error}
          isOptional={sponsors.length > 0}
        />
      )}
    </div>
  );
}

function useChoices(named: readonly AmendmentSponsor[]) {
  const t = useMessages(messages);
  const { people, delegations } = useDirectory();
  const mover = useMover();
  const isFree = maySpeakForAll(mover);
  const taken = new Set(named.map(keyOf));
  const all = [
    ...[...delegations.values()]
      .filter(({ id }) => isFree || id === mover.delegation)
      .map(({ id, name }) => ({ value: `delegation:${id}`, label: name, hint: t('delegation') })),
    ...[...people.values()]
      .filter(({ id, removed }) => !removed && (isFree || id === mover.participant))
      .map(({ id, name }) => ({ value: `person:${id}`, label: name, hint: t('person') })),
  ];
  return all.filter(({ value }) => !taken.has(value));
}

function keyOf({ kind, id }: AmendmentSponsor): string {
  return `${kind}:${id}`;
}

function parse(value: string): AmendmentSponsor | null {
  const [kind, id = ''] = value.split(':');
  return kind === 'person' || kind === 'delegation' ? { kind, id } : null;
}

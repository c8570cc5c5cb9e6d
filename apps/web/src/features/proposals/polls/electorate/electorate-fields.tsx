import { useState } from 'react';
import { useMessages } from '../../../../app/i18n/use-messages.js';
import { Checkbox } from '../../../../ui/checkbox.js';
import { Disclosure } from '../../../../ui/disclosure.js';
import { RadioGroup } from '../../../../ui/radio-group.js';
import { messages } from '../messages.js';
import { electorsOf, type ElectorateDraft, type ElectorateFaults, type Voter } from './electorate-draft.js';
import { ProxyFields } from './proxy-fields.js';
import { WeightFields } from './weight-fields.js';
import styles from './electorate.module.css';

/** What the parts of the form for an electorate are given. */
export interface ElectorateFieldsProps {
  draft: ElectorateDraft;
  faults: ElectorateFaults;
  voters: readonly Voter[];
  onChange(part: Partial<ElectorateDraft>): void;
}

interface WholeProps extends ElectorateFieldsProps {
  isSecret: boolean;
  /** Whether weights or proxies come from an earlier poll. */
  isKept: boolean;
}

/** Who votes, with what weight and for whom: folded away, with the numbers in sight, since most polls need none of it. */
export function ElectorateFields({ isSecret, isKept, ...part }: WholeProps) {
  const t = useMessages(messages);
  const { draft, faults, voters } = part;
  const [isUnfolded, setUnfolded] = useState(false);
  const isFaulty = Object.keys(faults).length > 0;
  const weights = isSecret ? 0 : draft.weights.length;
  const summary = [
    t('electorateOf', { count: electorsOf(draft, voters).length }),
    ...(weights > 0 ? [t('weightsOf', { count: weights })] : []),
    ...(draft.proxies.length > 0 ? [t('proxiesOf', { count: draft.proxies.length })] : []),
    ...(isFaulty ? [t('electorateFaulty')] : []),
  ].join(' · ');
  return (
    <Disclosure summary={summary} isOpenAtFirst={isUnfolded || isFaulty} onOpenChange={setUnfolded}>
      <div className={styles.parts}>
        {isKept && <p className={styles.note}>{t('electorateKept')}</p>}
        <ChosenFields {...part} />
        {isSecret ? <p className={styles.note}>{t('noWeightsInSecret')}</p> : <WeightFields {...part} />}
        <ProxyFields {...part} isSecret={isSecret} />
      </div>
    </Disclosure>
  );
}

function ChosenFields({ draft, faults, voters, onChange }: ElectorateFieldsProps) {
  const t = useMessages(messages);
  const { chosen } = draft;
  const toggle = (id: string, isOn: boolean) => {
    const others = (chosen ?? []).filter((one) => one !== id);
    onChange({ chosen: isOn ? [...others, id] : others });
  };
  return (
    <>
      <RadioGroup
        label={t('electorate')}
        choices={[
          { value: 'all', label: t('electorateAll') },
          { value: 'chosen', label: t('electorateChosen') },
        ]}
        value={chosen ? 'chosen' : 'all'}
        onChange={(value) => onChange({ chosen: value === 'all' ? null : electorsOf(draft, voters) })}
        error={faults.chosen && t(faults.chosen)}
      />
      {chosen && (
        <div role="group" aria-label={t('electorateChosen')} className={styles.people}>
          {voters.map(({ id, name }) => (
            <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(isOn) => toggle(id, isOn)}>
              <bdi>{name}</bdi>
            </Checkbox>
          ))}
        </div>
      )}
    </>
  );
}

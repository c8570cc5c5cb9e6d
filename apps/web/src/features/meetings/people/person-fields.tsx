import { LANGUAGES, LIMITS, ROLES, type DelegationView, type Role } from '@roundtable/contracts';
import type { Ref } from 'react';
import { localeNames } from '../../../app/i18n/locales.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { ComboBox } from '../../../ui/combo-box.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { messages as meetingMessages } from '../messages.js';
import { messages } from './messages.js';
import type { PersonDraft, PersonFaults } from './person-draft.js';
import styles from './person-fields.module.css';

interface PersonFieldsProps {
  draft: PersonDraft;
  faults: PersonFaults;
  delegations: readonly DelegationView[];
  nameInput: Ref<HTMLInputElement>;
  onChange(change: Partial<PersonDraft>): void;
}

export function PersonFields({ draft, faults, delegations, nameInput, onChange }: PersonFieldsProps) {
  const t = useMessages(messages);
  const names = [...new Set(delegations.map(({ name }) => name))];
  return (
    <>
      <TextField
        label={t('name')}
        value={draft.name}
        maxLength={LIMITS.nameLength}
        onChange={(name) => onChange({ name })}
        error={faults.name && t(faults.name)}
        inputRef={nameInput}
        autoFocus
        isRequired
      />
      <TextField
        label={t('position')}
        description={t('positionHint')}
        value={draft.position}
        maxLength={LIMITS.nameLength}
        onChange={(position) => onChange({ position })}
      />
      <ComboBox
        label={t('delegation')}
        description={t('delegationHint')}
        choices={names.map((name) => ({ value: name, label: name }))}
        value={draft.delegation || null}
        onChange={(delegation) => onChange({ delegation: delegation ?? '' })}
        onCustomValue={(delegation) => onChange({ delegation })}
      />
      <RoleChoices roles={draft.roles} fault={faults.roles && t(faults.roles)} onChange={onChange} />
      <TextField
        label={t('email')}
        type="email"
        description={t('emailHint')}
        value={draft.email}
        maxLength={LIMITS.emailLength}
        onChange={(email) => onChange({ email })}
        error={faults.email && t(faults.email)}
      />
      <Select
        label={t('language')}
        value={draft.language || 'none'}
        onChange={(language) => onChange({ language: language === 'none' ? '' : language })}
        choices={[
          { value: 'none', label: t('languageOfMeeting') },
          ...LANGUAGES.map((value) => ({ value, label: localeNames[value] })),
        ]}
      />
    </>
  );
}

interface RoleChoicesProps {
  roles: Role[];
  fault: string | undefined;
  onChange(change: { roles: Role[] }): void;
}

function RoleChoices({ roles, fault, onChange }: RoleChoicesProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const toggle = (role: Role, isChosen: boolean) =>
    onChange({ roles: ROLES.filter((other) => (other === role ? isChosen : roles.includes(other))) });
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('roles')}</legend>
      <div className={styles.choices}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            isSelected={roles.includes(role)}
            isInvalid={Boolean(fault)}
            onChange={(isChosen) => toggle(role, isChosen)}
          >
            {words(`role_${role}`)}
          </Checkbox>
        ))}
      </div>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

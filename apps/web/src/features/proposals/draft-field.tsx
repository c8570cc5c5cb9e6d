import type { ReactNode } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ConflictChoice } from './conflict-choice.js';
import type { DraftKeeper, KeptDraft } from './draft-keeper.js';
import { messages } from './messages.js';
import { faultIn, longest, type ProposalField } from './proposal-draft.js';

/** What a field of the editor is given. */
export interface FieldProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange(words: string): void;
  onBlur(): void;
}

interface DraftFieldProps {
  field: ProposalField;
  kept: KeptDraft;
  keeper: DraftKeeper;
  children(props: FieldProps): ReactNode;
}

/** Binds one field to the draft, and asks where two people changed it. */
export function DraftField({ field, kept, keeper, children }: DraftFieldProps) {
  const t = useMessages(messages);
  const { fields, conflicts } = kept.draft;
  const value = fields[field];
  const fault = faultIn(field, value);
  const theirs = conflicts[field];
  return (
    <>
      {children({
        label: t(field),
        value,
        error: fault ? t(fault, { limit: longest(field) }) : undefined,
        onChange: (words) => keeper.change(field, words),
        onBlur: () => keeper.flush(),
      })}
      {theirs !== undefined && (
        <ConflictChoice
          label={t(field)}
          theirs={theirs}
          mine={value}
          onKeepMine={() => keeper.keepMine(field)}
          onTakeTheirs={() => keeper.takeTheirs(field)}
        />
      )}
    </>
  );
}

import { BracketFault, LIMITS, readBrackets } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/text-area.js';
import { ConflictChoice } from '../../proposals/conflict-choice.js';
import { messages } from '../messages.js';
import { keepMine, takeTheirs, type DraftPart } from './communique-draft.js';

interface PartFieldProps {
  part: DraftPart;
  place: number;
  /** True from the first attempt to save on. */
  isChecked: boolean;
  /** Null where it goes. */
  onChange(part: DraftPart | null): void;
}

/** One paragraph being edited, and the choice where others changed it as well. */
export function PartField({ part, place, isChecked, onChange }: PartFieldProps) {
  const t = useMessages(messages);
  const { text, theirs } = part;
  const number = String(place);
  const label = t('paragraph', { number });
  const fault = isChecked ? partFault(text) : null;
  return (
    <div className={layout.stackTight}>
      <TextArea
        label={label}
        value={text}
        onChange={(words) => onChange({ ...part, text: words })}
        rows={3}
        isRecord
        limit={LIMITS.bodyLength}
        error={fault ? t(fault, { limit: LIMITS.bodyLength }) : undefined}
      />
      {theirs !== null && (
        <ConflictChoice
          label={label}
          theirs={theirs}
          mine={text}
          onKeepMine={() => onChange(keepMine(part))}
          onTakeTheirs={() => onChange(takeTheirs(part))}
        />
      )}
      <div>
        <Button
          variant="quiet"
          size="small"
          aria-label={t('removeParagraphOf', { number })}
          onPress={() => onChange(null)}
        >
          {t('removeParagraph')}
        </Button>
      </div>
    </div>
  );
}

/** What keeps a paragraph from being saved. */
export function partFault(text: string): 'paragraphEmpty' | 'tooLong' | 'bracketsWrong' | null {
  if (text.trim() === '') return 'paragraphEmpty';
  if (text.length > LIMITS.bodyLength) return 'tooLong';
  return hasWrongBrackets(text) ? 'bracketsWrong' : null;
}

function hasWrongBrackets(text: string): boolean {
  try {
    readBrackets(text);
    return false;
  } catch (error) {
    if (error instanceof BracketFault) return true;
    throw error;
  }
}

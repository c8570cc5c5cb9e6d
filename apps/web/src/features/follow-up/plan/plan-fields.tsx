import { dayIn } from '@roundtable/contracts';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { DayField } from '../../../ui/day-field.js';
import { useDirectory } from '../../proposals/directory.js';
import { messages } from '../messages.js';
import { faultsIn, type PlanDraft } from './plan-draft.js';
import { ResponsibleField } from './responsible-field.js';

interface PlanFieldsProps {
  draft: PlanDraft;
  onChange(draft: PlanDraft): void;
  faults: ReturnType<typeof faultsIn>;
}

/** Who does it, until when, and whether mail reminds of a review. */
export function PlanFields({ draft, onChange, faults }: PlanFieldsProps) {
  const t = useMessages(messages);
  const { formatZone } = useFormats();
  const zone = formatZone(useDirectory().meeting.zone);
  const say = (fault: (typeof faults)['dueOn']) => (fault ? t(fault) : undefined);
  return (
    <>
      <ResponsibleField
        value={draft.responsible}
        onChange={(responsible) => onChange({ ...draft, responsible })}
        error={say(faults.responsible)}
      />
      <DayField
        label={t('dueOn')}
        description={t('dueHint', { zone })}
        value={draft.dueOn}
        onChange={(dueOn) => onChange({ ...draft, dueOn })}
        error={say(faults.dueOn)}
      />
      <Checkbox
        isSelected={draft.isReviewed}
        onChange={(isReviewed) => onChange({ ...draft, isReviewed })}
        hint={t('withReviewHint', { zone })}
      >
        {t('withReview')}
      </Checkbox>
      {draft.isReviewed && (
        <DayField
          label={t('reviewOn')}
          value={draft.reviewOn}
          onChange={(reviewOn) => onChange({ ...draft, reviewOn })}
          error={say(faults.reviewOn)}
        />
      )}
    </>
  );
}

/** The days a plan is judged by, of the meeting's zone. */
export function usePlanDays(): () => { firstDay: string; today: string } {
  const { zone, startsAt } = useDirectory().meeting;
  return () => ({ firstDay: dayIn(zone, new Date(startsAt)), today: dayIn(zone, new Date()) });
}

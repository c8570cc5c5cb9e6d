import type { AmendmentView } from '@roundtable/contracts';
import type { Translate } from '../../../app/i18n/use-messages.js';
import type { messages } from './messages.js';

/** What an amendment does, in a few words: "change paragraph 2". */
export function tellWhat(
  t: Translate<keyof typeof messages.en>,
  { kind, paragraph }: Pick<AmendmentView, 'kind' | 'paragraph'>,
): string {
  return kind === 'insert' && paragraph === 0
    ? t('what_insert_first')
    : t(`what_${kind}`, { paragraph: String(paragraph) });
}

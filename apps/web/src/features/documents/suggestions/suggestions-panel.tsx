import { useEditorState } from '@tiptap/react';
import { useAnnouncer } from '../../../app/announcer/announcer.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Name } from '../../../ui/name.js';
import text from '../../../ui/text.module.css';
import { Time } from '../../../ui/time.js';
import { useOpenDocument } from '../editor-context.js';
import { messages } from './messages.js';
import { PARAGRAPH_BREAK } from './suggest-change.js';
import { listSuggestions, resolveSuggestions, type Suggestion } from './suggestion-list.js';
import styles from './suggestions.module.css';

/** The suggestions in the open text, in its order. */
export function useSuggestions(): Suggestion[] {
  const { editor } = useOpenDocument();
  return useEditorState({ editor, selector: () => listSuggestions(editor.state.doc) });
}

/** What is suggested to be put in and taken out, to be accepted or rejected one by one or all at once. */
export function SuggestionsPanel({ suggestions }: { suggestions: Suggestion[] }) {
  const t = useMessages(messages);
  const { announce } = useAnnouncer();
  const { editor, isEditable } = useOpenDocument();
  const settle = (ids: string[], verdict: 'accept' | 'reject') => {
    editor.view.dispatch(resolveSuggestions(editor.state.tr, new Set(ids), verdict));
    announce(t(verdict === 'accept' ? 'accepted' : 'rejected', { count: ids.length }));
  };
  if (suggestions.length === 0) return <p className={text.quiet}>{t('none')}</p>;
  const all = suggestions.map(({ id }) => id);
  return (
    <div className={styles.panel}>
      {isEditable && suggestions.length > 1 && (
        <div className={styles.acts}>
          <Button size="small" onPress={() => settle(all, 'accept')}>
            {t('acceptAll')}
          </Button>
          <Button size="small" onPress={() => settle(all, 'reject')}>
            {t('rejectAll')}
          </Button>
        </div>
      )}
      <ul className={styles.list} aria-label={t('list')}>
        {suggestions.map((suggestion) => (
          <SuggestionItem
            key={suggestion.id}
            suggestion={suggestion}
            onSettle={(verdict) => settle([suggestion.id], verdict)}
          />
        ))}
      </ul>
    </div>
  );
}

interface SuggestionItemProps {
  suggestion: Suggestion;
  onSettle(verdict: 'accept' | 'reject'): void;
}

function SuggestionItem({ suggestion, onSettle }: SuggestionItemProps) {
  const t = useMessages(messages);
  const { editor, isEditable, nameOf } = useOpenDocument();
  const name = nameOf(suggestion.author);
  const words = suggestion.pieces
    .map((piece) => shown(piece.words))
    .join(' / ')
    .slice(0, 100);
  const goTo = () => {
    const [first] = suggestion.pieces;
    if (first)
      editor.chain().focus().setTextSelection({ from: first.from, to: first.to }).scrollIntoView().run();
  };
  return (
    <li className={styles.suggestion}>
      <p className={styles.byline}>
        <Name isWrapping>{name}</Name>
        <Time at={suggestion.at} show="relative" />
      </p>
      {suggestion.pieces.map(({ kind, words: piece }, index) => (
        <p key={index} className={styles.piece}>
          {t.rich(kind === 'insertion' ? 'add' : 'remove', {
            words: () =>
              kind === 'insertion' ? (
                <ins key="words" dir="auto">
                  {shown(piece)}
                </ins>
              ) : (
                <del key="words" dir="auto">
                  {shown(piece)}
                </del>
              ),
          })}
        </p>
      ))}
      <div className={styles.acts}>
        {isEditable && (
          <>
            <Button
              size="small"
              aria-label={t('acceptNamed', { name, words })}
              onPress={() => onSettle('accept')}
            >
              {t('accept')}
            </Button>
            <Button
              size="small"
              aria-label={t('rejectNamed', { name, words })}
              onPress={() => onSettle('reject')}
            >
              {t('reject')}
            </Button>
          </>
        )}
        <Button size="small" variant="quiet" onPress={goTo}>
          {t('goTo')}
        </Button>
      </div>
    </li>
  );
}

/** An end of a paragraph is seen as its sign; other white space would be seen as nothing. */
function shown(words: string): string {
  return words.trim() === '' ? '␣' : words.replaceAll(PARAGRAPH_BREAK, ` ${PARAGRAPH_BREAK} `);
}

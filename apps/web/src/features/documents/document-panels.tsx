import { useMessages } from '../../app/i18n/use-messages.js';
import { Tabs } from '../../ui/tabs.js';
import { CommentsPanel } from './comments/comments-panel.js';
import { messages as commentMessages } from './comments/messages.js';
import type { NewComment, useComments } from './comments/use-comments.js';
import { messages } from './messages.js';
import { messages as suggestionMessages } from './suggestions/messages.js';
import { SuggestionsPanel, useSuggestions } from './suggestions/suggestions-panel.js';
import { messages as versionMessages } from './versions/messages.js';
import { VersionsPanel } from './versions/versions-panel.js';
import styles from './text-editor.module.css';

export type DocumentPanel = 'comments' | 'suggestions' | 'versions';

interface DocumentPanelsProps {
  panel: DocumentPanel;
  onChange(panel: DocumentPanel): void;
  comments: ReturnType<typeof useComments>;
  beginning: NewComment | null;
  onBegun(): void;
}

/** What is said about the text, suggested for it, and how it read before. */
export function DocumentPanels({ panel, onChange, comments, beginning, onBegun }: DocumentPanelsProps) {
  const t = useMessages(messages);
  const comment = useMessages(commentMessages);
  const suggestion = useMessages(suggestionMessages);
  const version = useMessages(versionMessages);
  const suggestions = useSuggestions();
  return (
    <Tabs
      label={t('about')}
      className={styles.panels}
      value={panel}
      onChange={(id) => onChange(id as DocumentPanel)}
      items={[
        {
          id: 'comments',
          label: comment('comments'),
          count: comments.open.length || undefined,
          content: <CommentsPanel comments={comments} beginning={beginning} onBegun={onBegun} />,
        },
        {
          id: 'suggestions',
          label: suggestion('suggestions'),
          count: suggestions.length || undefined,
          content: <SuggestionsPanel suggestions={suggestions} />,
        },
        { id: 'versions', label: version('versions'), content: <VersionsPanel /> },
      ]}
    />
  );
}

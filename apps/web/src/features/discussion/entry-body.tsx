import { useMemo, useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { classNames } from '../../ui/class-names.js';
import { Markdown, type MarkdownProps } from '../../ui/markdown.js';
import text from '../../ui/text.module.css';
import { useRoom } from '../room/room-context.js';
import { markSources } from './mark-sources.js';
import { messages } from './messages.js';
import styles from './entry-body.module.css';

interface EntryBodyProps {
  /** Left out for words that have no entry yet: they cannot be captured or quoted. */
  seq?: number;
  body: string;
  mentions: readonly string[];
}

const longText = 1_800;
const manyLines = 20;

/** The words of an entry, each knowing its place in the source; long ones fold. */
export function EntryBody({ seq, body, mentions }: EntryBodyProps) {
  const t = useMessages(messages);
  const { people } = useRoom();
  const [isUnfolded, setUnfolded] = useState(false);
  const names = mentions.map((id) => people.get(id)?.name.trim()).filter((name) => name !== undefined);
  const named = names.join('\n');
  const plugins = useMemo<MarkdownProps['plugins']>(
    () => [[markSources, { mentioned: named === '' ? [] : named.split('\n') }]],
    [named],
  );
  const isLong = body.length > longText || body.split('\n', manyLines + 1).length > manyLines;
  return (
    <>
      <div
        data-seq={seq}
        className={classNames(text.record, styles.body, isLong && !isUnfolded && styles.folded)}
      >
        <Markdown plugins={plugins}>{body}</Markdown>
      </div>
      {isLong && (
        <Button
          variant="quiet"
          size="small"
          className={styles.unfold}
          aria-expanded={isUnfolded}
          onPress={() => setUnfolded(!isUnfolded)}
        >
          {t(isUnfolded ? 'showLess' : 'showAll')}
        </Button>
      )}
    </>
  );
}

import { Name } from '../../../ui/name.js';
import { Time } from '../../../ui/time.js';
import type { CommentWords as Words } from './comment-threads.js';
import styles from './comments.module.css';

/** Who said what and when. */
export function CommentWords({ comment, name }: { comment: Words; name: string }) {
  return (
    <div>
      <p className={styles.byline}>
        <Name isWrapping>{name}</Name>
        <Time at={comment.at} show="relative" />
      </p>
      <p className={styles.said} dir="auto">
        {comment.text}
      </p>
    </div>
  );
}

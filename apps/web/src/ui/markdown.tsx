import { memo, useId, useMemo, type ReactNode } from 'react';
import ReactMarkdown, { type Components, type Options } from 'react-markdown';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import { useMessages } from '../app/i18n/use-messages.js';
import { classNames } from './class-names.js';
import { messages } from './messages.js';
import { safeUrl } from './safe-url.js';
import styles from './markdown.module.css';

export interface MarkdownProps {
  children: string;
  /** Remark plugins after ours, e.g. one that finds mentions. */
  plugins?: Options['remarkPlugins'];
  /** Elements shown in another way, e.g. what such a plugin made. */
  components?: Components;
  className?: string;
}

/**
 * Words of people, set as text. No HTML passes, links open elsewhere and only over safe schemes, pictures become links,
 * headings never compete with those of the page, and each block finds its own writing direction.
 */
export const Markdown = memo(function Markdown({ children, plugins, components, className }: MarkdownProps) {
  const t = useMessages(messages);
  const prefix = useId();
  const shown = useMemo(
    () => ({ ...blocks, img: (props: { src?: unknown; alt?: string }) => picture(props, t), ...components }),
    [t, components],
  );
  return (
    <div className={classNames(styles.markdown, className)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkBreaks, ...(plugins ?? [])]}
        remarkRehypeOptions={{ clobberPrefix: prefix }}
        urlTransform={(url) => safeUrl(url) ?? ''}
        components={shown}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
});

const heading = ({ children }: { children?: ReactNode }) => (
  <p className={styles.heading} dir="auto">
    {children}
  </p>
);

const blocks: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  p: ({ children }) => <p dir="auto">{children}</p>,
  li: ({ children }) => <li dir="auto">{children}</li>,
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  table: ({ children }) => (
    <div className={styles.table} tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  pre: ({ children }) => (
    <pre tabIndex={0} dir="ltr">
      {children}
    </pre>
  ),
  input: ({ checked }) => <span className={styles.task}>{checked ? '☑' : '☐'}</span>,
};

function SafeLink({ href, children }: { href?: string; children?: ReactNode }) {
  if (!href) return <bdi>{children}</bdi>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={href}>
      <bdi>{children}</bdi>
    </a>
  );
}

function picture(
  { src, alt }: { src?: unknown; alt?: string },
  t: ReturnType<typeof useMessages<keyof typeof messages.en>>,
) {
  const words = alt ? t('image', { words: alt }) : t('imageUnnamed');
  return <SafeLink href={typeof src === 'string' ? src : undefined}>{words}</SafeLink>;
}

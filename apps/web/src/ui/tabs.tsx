import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs, type Key } from 'react-aria-components';
import { classNames } from './class-names.js';
import styles from './tabs.module.css';

export interface TabItem {
  id: string;
  label: ReactNode;
  /** A quiet figure after the label. */
  count?: number;
  content: ReactNode;
}

export interface TabsProps {
  /** What the tabs are about, for screen readers. */
  label: string;
  items: readonly TabItem[];
  /** With `onChange`: steered from outside, e.g. by the address. */
  value?: string;
  onChange?: (id: string) => void;
  /** Fill the height of the parent and let each panel scroll by itself. */
  isFilling?: boolean;
  className?: string;
}

export function Tabs({ label, items, value, onChange, isFilling, className }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key: Key) => onChange?.(String(key))}
      className={classNames(styles.tabs, isFilling && styles.filling, className)}
    >
      <TabList aria-label={label} className={styles.list}>
        {items.map(({ id, label: words, count }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {words}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

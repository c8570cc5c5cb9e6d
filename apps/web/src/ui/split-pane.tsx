import { X } from 'lucide-react';
import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useMessages } from '../app/i18n/use-messages.js';
import { Button } from './button.js';
import { messages } from './messages.js';
import { narrow, useMediaQuery } from './use-media-query.js';
import styles from './split-pane.module.css';

export interface SplitPaneProps {
  children: ReactNode;
  panel: ReactNode;
  /** What the panel holds: its name for screen readers, and its heading on a phone. */
  panelName: string;
  isPanelOpen: boolean;
  onPanelOpenChange: (isOpen: boolean) => void;
}

const step = 24;
const [least, most] = [280, 720];

/**
 * A main part and a panel beside it, together as high as the window below the bar; each scrolls for itself.
 * On a narrow screen the panel is a sheet over the main part. Neither is unmounted when it goes out of sight.
 */
export function SplitPane({ children, panel, panelName, isPanelOpen, onPanelOpenChange }: SplitPaneProps) {
  const t = useMessages(messages);
  const isNarrow = useMediaQuery(narrow);
  const [width, setWidth] = useState(400);
  const panelElement = useRef<HTMLElement>(null);
  const isSheet = isNarrow && isPanelOpen;

  useEffect(() => {
    if (!isSheet) return;
    const before = document.activeElement;
    panelElement.current?.focus();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, [isSheet]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isNarrow && !event.defaultPrevented) onPanelOpenChange(false);
  };

  return (
    <div
      className={styles.split}
      style={{ '--panel-width': `${width}px` } as CSSProperties}
      data-open={isPanelOpen}
    >
      <div className={styles.main} inert={isSheet}>
        {children}
      </div>
      {isSheet && <div className={styles.veil} onClick={() => onPanelOpenChange(false)} />}
      {isPanelOpen && !isNarrow && <Divider label={panelName} width={width} onChange={setWidth} />}
      <section
        ref={panelElement}
        className={styles.panel}
        aria-label={panelName}
        role={isSheet ? 'dialog' : undefined}
        aria-modal={isSheet || undefined}
        hidden={!isPanelOpen}
        tabIndex={-1}
        onKeyDown={closeOnEscape}
      >
        {isNarrow && (
          <header className={styles.sheetHeader}>
            <h2 className={styles.sheetTitle}>{panelName}</h2>
            <Button
              variant="icon"
              aria-label={t('hidePanel', { name: panelName })}
              onPress={() => onPanelOpenChange(false)}
            >
              <X size={18} aria-hidden />
            </Button>
          </header>
        )}
        <div className={styles.panelBody}>{panel}</div>
      </section>
    </div>
  );
}

interface DividerProps {
  label: string;
  width: number;
  onChange: (width: number) => void;
}

function Divider({ label, width, onChange }: DividerProps) {
  const resize = (wanted: number) => onChange(Math.min(most, Math.max(least, Math.round(wanted))));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const split = event.currentTarget.parentElement?.getBoundingClientRect();
    if (split) resize(split.right - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    const change = { ArrowLeft: step, ArrowRight: -step }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    resize(width + change);
  };
  return (
    <div
      className={styles.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}

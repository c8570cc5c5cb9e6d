import type { ReactNode } from 'react';
import type { PressEvent } from 'react-aria-components';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Tooltip } from '../../../ui/tooltip.js';
import { ToggleButton } from '../../../ui/toggle-button.js';
import { messages } from '../messages.js';
import styles from './toolbar.module.css';

interface ToolButtonProps {
  name: string;
  /** Keys that do the same, as they are written on them. */
  keys?: string;
  icon: ReactNode;
  isDisabled?: boolean;
  onPress(event: PressEvent): void;
}

/** One tool; the text keeps the focus when it is pressed with a mouse or a finger. */
export function ToolButton({ name, keys, icon, isDisabled, onPress }: ToolButtonProps) {
  const hint = useHint(name, keys);
  return (
    <Tooltip text={hint}>
      <Button
        variant="icon"
        size="small"
        className={styles.tool}
        aria-label={name}
        aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
        isDisabled={isDisabled}
        preventFocusOnPress
        onPress={onPress}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}

/** A tool that is on or off where the cursor stands. */
export function ToolToggle({
  name,
  keys,
  icon,
  isDisabled,
  isOn,
  onPress,
}: ToolButtonProps & { isOn: boolean }) {
  const hint = useHint(name, keys);
  return (
    <Tooltip text={hint}>
      <ToggleButton
        size="small"
        className={styles.toggle}
        aria-label={name}
        aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
        isDisabled={isDisabled}
        isSelected={isOn}
        preventFocusOnPress
        onPress={onPress}
      >
        {icon}
      </ToggleButton>
    </Tooltip>
  );
}

function useHint(name: string, keys: string | undefined): string {
  const t = useMessages(messages);
  return keys ? t('withKeys', { name, keys }) : name;
}

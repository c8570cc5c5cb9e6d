import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  type MenuItemProps as AriaItemProps,
  type PopoverProps,
} from 'react-aria-components';
import { classNames } from './class-names.js';
import list from './list-box.module.css';

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  /** MenuItem, MenuChoices and MenuSeparator. */
  children: ReactNode;
  placement?: PopoverProps['placement'];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A list of actions behind a button. */
export function Menu({ trigger, children, placement = 'bottom end', ...open }: MenuProps) {
  return (
    <MenuTrigger {...open}>
      {trigger}
      <Popover className={list.surface} placement={placement} offset={4}>
        <AriaMenu className={list.list}>{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps extends Omit<AriaItemProps, 'className' | 'children'> {
  children: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
  isDangerous?: boolean;
}

/** One action: `onAction`, or `href` to go somewhere. */
export function MenuItem({ children, hint, icon, isDangerous, textValue, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      textValue={textValue ?? (typeof children === 'string' ? children : undefined)}
      className={classNames(list.option, isDangerous && list.danger)}
    >
      {({ isSelected }) => (
        <>
          {icon}
          <span className={list.optionText}>
            {children}
            {hint && <span className={list.hint}>{hint}</span>}
          </span>
          {isSelected && <Check size={16} aria-hidden className={list.check} />}
        </>
      )}
    </AriaMenuItem>
  );
}

export interface MenuChoicesProps {
  label: string;
  selected: string;
  onSelect: (id: string) => void;
  children: ReactNode;
}

/** A group of items of which exactly one is chosen; each MenuItem needs an `id`. */
export function MenuChoices({ label, selected, onSelect, children }: MenuChoicesProps) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys];
        if (first !== undefined) onSelect(String(first));
      }}
    >
      <Header className={list.heading}>{label}</Header>
      {children}
    </MenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className={list.separator} />;
}

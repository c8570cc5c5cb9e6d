import { createContext, use, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export type ShellSlotName = 'title' | 'status' | 'actions' | 'account';
type SlotElements = Record<ShellSlotName, HTMLElement | null>;

const noSlots: SlotElements = { title: null, status: null, actions: null, account: null };
const SlotsContext = createContext<SlotElements>(noSlots);
const SlotRefsContext = createContext<(name: ShellSlotName, element: HTMLElement | null) => void>(() => {});

export function ShellSlotsProvider({ children }: { children: ReactNode }) {
  const [elements, setElements] = useState(noSlots);
  const [keepElement] = useState(() => (name: ShellSlotName, element: HTMLElement | null) => {
    setElements((known) => (known[name] === element ? known : { ...known, [name]: element }));
  });
  return (
    <SlotRefsContext value={keepElement}>
      <SlotsContext value={elements}>{children}</SlotsContext>
    </SlotRefsContext>
  );
}

/** Puts content into a place of the top bar while mounted: `<ShellSlot name="title">…</ShellSlot>`. */
export function ShellSlot({ name, children }: { name: ShellSlotName; children: ReactNode }) {
  const element = use(SlotsContext)[name];
  return element && createPortal(children, element);
}

/** The place itself; the shell renders one of each name. */
export function ShellSlotPlace({ name, className }: { name: ShellSlotName; className?: string }) {
  const keepElement = use(SlotRefsContext);
  const [keep] = useState(() => (element: HTMLElement | null) => keepElement(name, element));
  return <div ref={keep} className={className} />;
}

import type { Fact, FactType, PassageView } from '@roundtable/contracts';

/** The fact of an event where it is of one of the named types, else null. */
export function factOf<T extends FactType>(passage: PassageView, ...types: readonly T[]): Fact<T> | null {
  return types.some((type) => type === passage.type) ? (passage.data as Fact<T> | null) : null;
}

/** A position with its sign, so that support and opposition are told apart at a glance. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${Math.abs(value)}` : '0';
}

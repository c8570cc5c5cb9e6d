/** A sum of positions with its sign, so that support and opposition are told apart at a glance. */
export function signed(value: number): string {
  return value > 0 ? `+${String(value)}` : value < 0 ? `−${String(Math.abs(value))}` : '0';
}

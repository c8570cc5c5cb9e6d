/** How much of several files has left the device, from 0 to 1: those before `at` wholly, and so much of that one. */
export function shareSent(files: readonly { size: number }[], at: number, ofFile: number): number {
  const sizeOf = (some: readonly { size: number }[]) => some.reduce((sum, { size }) => sum + size, 0);
  const whole = sizeOf(files);
  return whole === 0 ? 0 : (sizeOf(files.slice(0, at)) + (files[at]?.size ?? 0) * ofFile) / whole;
}

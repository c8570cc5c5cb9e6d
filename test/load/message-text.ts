/** Length of every text that is sent, in characters of one byte. */
export const TEXT_BYTES = 200;

const WORDS =
  'The basin commission shares river gauges every hour, and the transport ministry asks which pumping stations would ' +
  'lose power when two lines fail at the same time; a reserve of four days is proposed for each of them in winter.';

/** The text of the message with this number: its number, and words that search and storage have some work with. */
export function textOf(number: number): string {
  return `${number} ${WORDS}`.slice(0, TEXT_BYTES);
}

/** The number of the message with this text. @throws Error for a text that is none of ours. */
export function numberOf(text: string): number {
  const number = Number.parseInt(text, 10);
  if (!Number.isSafeInteger(number)) throw new Error('A text came that nobody sent.');
  return number;
}

const DEADLINE_MS = 30_000;

/** Asks again until the answer satisfies; then gives it. Throws with the last answer when it never does. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what} never came true. Last seen: ${JSON.stringify(answer)}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

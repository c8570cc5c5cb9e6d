import { spreadOf, type Spread } from '../../load/statistics.js';
import { selectWords } from './select-words.js';
import { Stage, type Seat } from './stage.js';

/** What people wait for when they speak and capture, in milliseconds as the page shows it. */
export interface CaptureReport {
  rounds: number;
  /** What the rapporteur does between words on the record and a proposal of them. */
  acts: readonly string[];
  figures: Record<
    /** From Enter to the words on the other's screen. */
    | 'wordsToOther'
    /** From the key to the proposal with the quoted words and its title ready to be changed. */
    | 'captureToEditor'
    /** From the key to the proposal on another's screen. */
    | 'captureToOther'
    /** From the first movement of the mouse to the proposal, as fast as a machine drags. */
    | 'selectionToEditor',
    Spread
  >;
}

/** Of different matters, so that none is offered as similar to another. */
const SAYINGS = [
  'A joint gauge at the border station',
  'Open winter tariffs for pumping energy',
  'Shared signalling rules on cross-border railways',
  'Yearly drills against intrusions into dispatch centres',
  'Sediment removal before every spring flood',
  'One telephone number for dam emergencies',
  'Scholarships in hydrology at three universities',
  'Insurance of small farms against drought',
  'Electric buses between the twin towns',
  'Publication of reservoir levels each morning',
] as const;
export const MOST_ROUNDS = SAYINGS.length;

/** Captures proposals in Chromium, one after the other, and takes the time as people see it. */
export async function measureCapture(rounds: number): Promise<CaptureReport> {
  const stage = await Stage.set();
  try {
    const { meeting } = await stage.meeting();
    const expert = await stage.seat(meeting.id, 'Aigul Toktosunova');
    const rapporteur = await stage.seat(meeting.id, 'Dinara Seitkali', 'rapporteur');
    const panel = await expert.panel('Proposals');
    const times: Record<keyof CaptureReport['figures'], number[]> = {
      wordsToOther: [],
      captureToEditor: [],
      captureToOther: [],
      selectionToEditor: [],
    };
    for (let round = 1; round <= rounds; round += 1) {
      const words = SAYINGS[round - 1] ?? '';
      times.wordsToOther.push(await timed(() => say(expert, rapporteur, words)));
      const start = performance.now();
      await selectWords(rapporteur, words, words);
      const pressed = performance.now();
      const seen = panel.getByText(words).first().waitFor();
      await rapporteur.page.keyboard.press('p');
      const title = rapporteur.page.getByRole('textbox', { name: /^Title/ });
      await quoted(rapporteur, words);
      await title.waitFor();
      times.captureToEditor.push(performance.now() - pressed);
      times.selectionToEditor.push(performance.now() - start);
      await seen;
      times.captureToOther.push(performance.now() - pressed);
      await title.press('Enter');
      await rapporteur.page.getByText(`Proposal ${round} is captured.`).first().waitFor();
    }
    const problems = stage.problems();
    if (problems.length > 0) throw new Error(`The pages had problems: ${problems.join('; ')}`);
    const figures = Object.fromEntries(
      Object.entries(times).map(([name, values]) => [name, spreadOf(values)]),
    ) as CaptureReport['figures'];
    return { rounds, acts: ['select the words', 'press P'], figures };
  } finally {
    await stage.strike();
  }
}

async function say(speaker: Seat, listener: Seat, words: string): Promise<void> {
  await speaker.say(words);
  await listener.sees(words);
}

async function quoted(room: Seat, words: string): Promise<void> {
  await room.page.locator('blockquote').filter({ hasText: words }).first().waitFor();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

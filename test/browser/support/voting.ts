import type { Locator } from 'playwright-core';
import type { RoomPage } from './room-page.js';

/** Follows the banner of an open poll to its ballot. */
export async function goToVote({ page }: RoomPage, number: number): Promise<void> {
  const sheet = page.getByRole('dialog');
  if ((await sheet.count()) > 0) await sheet.getByRole('button', { name: /^Hide/ }).click();
  const banner = page.getByRole('region', { name: `Poll ${number} is open` });
  await banner.getByRole('button', { name: 'Vote' }).click();
  await page.getByRole('article', { name: `Poll ${number}` }).waitFor();
}

/** Chooses one option and casts the ballot, until it is said to be cast. */
export async function castBallot(form: Locator, option: string): Promise<void> {
  await form.getByRole('radio', { name: option, exact: true }).check({ force: true });
  await form.getByRole('button', { name: 'Cast the ballot' }).click();
  await form.getByText('Cast', { exact: true }).waitFor();
}

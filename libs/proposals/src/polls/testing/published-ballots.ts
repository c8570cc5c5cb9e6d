import { ONE_VOTE, type CountedBallot } from '../votes.js';

/** Ballots as the literature writes them, such as `5 ACBED`: how many, and the options in order of preference. */
export function ballotsOf(...groups: string[]): CountedBallot[] {
  return groups.map((group) => {
    const [many = '0', order = ''] = group.split(' ');
    const names = order.includes('>') ? order.split('>') : [...order];
    const picks = names.filter((name) => name !== '').map((option) => ({ option, points: null }));
    return { picks, weight: BigInt(many) * ONE_VOTE };
  });
}

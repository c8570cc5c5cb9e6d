import { LIMITS, type ReservationView } from '@roundtable/contracts';
import { OtherDelegation, ReservationMissing, TooManyReservations } from './publications.errors.js';

/** Adds a reservation at the end, so that footnotes keep their numbers. @throws TooManyReservations */
export function addReservation(
  reservations: readonly ReservationView[],
  added: ReservationView,
): ReservationView[] {
  if (reservations.length >= LIMITS.reservationsPerLine) throw new TooManyReservations();
  return [...reservations, added];
}

/**
 * Takes a reservation back: the delegation that made it, or staff for it (`own` null).
 * @throws ReservationMissing or OtherDelegation
 */
export function dropReservation(
  reservations: readonly ReservationView[],
  id: string,
  own: string | null,
): ReservationView[] {
  const meant = reservations.find((each) => each.id === id);
  if (!meant) throw new ReservationMissing(id);
  if (own !== null && meant.delegation !== own) throw new OtherDelegation(meant.delegation);
  return reservations.filter((each) => each.id !== id);
}

import type { AmendmentSponsor } from '@roundtable/contracts';
import { Fragment } from 'react';
import { useSponsorName } from './use-sponsor-name.js';

/** Who stands behind an amendment, by name. */
export function SponsorNames({ sponsors }: { sponsors: readonly AmendmentSponsor[] }) {
  const nameOf = useSponsorName();
  return sponsors.map((sponsor, index) => (
    <Fragment key={`${sponsor.kind}${sponsor.id}`}>
      {index > 0 && ', '}
      <bdi>{nameOf(sponsor)}</bdi>
    </Fragment>
  ));
}

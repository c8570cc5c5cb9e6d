import { Module } from '@nestjs/common';
import { AmendmentsRepository } from './amendments.repository.js';
import { CarriedAmendments } from './carried-amendments.js';

/** What moves on with the versions of a text; documents need it, so it does not need them. */
@Module({
  providers: [AmendmentsRepository, CarriedAmendments],
  exports: [AmendmentsRepository, CarriedAmendments],
})
export class AmendmentCarryingModule {}

import { Global, Module } from '@nestjs/common';
import { FloorFollower, FloorModule } from '@roundtable/floor';
import { MeetingFollower } from '@roundtable/meetings';

/** Ties the floor to the meeting it is taken in, which does not know it. */
@Global()
@Module({
  imports: [FloorModule],
  providers: [{ provide: MeetingFollower, useExisting: FloorFollower }],
  exports: [MeetingFollower],
})
export class FloorPorts {}

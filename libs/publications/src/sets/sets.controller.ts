import { Get } from '@nestjs/common';
import type { RoomSnapshot, SetVersionView } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { SetsRepository } from './sets.repository.js';

const MOST_VERSIONS = 500;

/** The set of a meeting for reading; its address ends up in print. */
@RoundtableController('api/v1/meetings/:meeting/set')
export class SetsController {
  constructor(
    private readonly record: RecordReader,
    private readonly sets: SetsRepository,
  ) {}

  @Get()
  @Requires('publications.read')
  show(
    @CurrentMember() { membership }: Member,
  ): Promise<Pick<RoomSnapshot['publications'], 'set' | 'lines'>> {
    return this.record.atOneMoment((tx) => this.sets.load(tx, membership.roomId));
  }

  /** Newest first. */
  @Get('versions')
  @Requires('publications.read')
  versions(@CurrentMember() { membership }: Member): Promise<SetVersionView[]> {
    return this.record.atOneMoment((tx) => this.sets.versions(tx, membership.roomId, MOST_VERSIONS));
  }
}

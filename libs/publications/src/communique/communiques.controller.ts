import { Get } from '@nestjs/common';
import type { CommuniqueView } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { CommuniquesRepository } from './communiques.repository.js';

/** The communique of a meeting for reading; its address ends up in print. */
@RoundtableController('api/v1/meetings/:meeting/communique')
export class CommuniquesController {
  constructor(
    private readonly record: RecordReader,
    private readonly communiques: CommuniquesRepository,
  ) {}

  @Get()
  @Requires('publications.read')
  async show(@CurrentMember() { membership }: Member): Promise<{ communique: CommuniqueView | null }> {
    const find = this.record.atOneMoment((tx) => this.communiques.find(tx, membership.roomId));
    return { communique: await find };
  }
}

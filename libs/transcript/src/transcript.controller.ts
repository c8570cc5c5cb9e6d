import { Get, Query } from '@nestjs/common';
import type { SearchAnswer, TranscriptOutline, TranscriptPage } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { SearchQueryDto } from './dto/search-query.dto.js';
import { TranscriptQueryDto } from './dto/transcript-query.dto.js';
import { SearchService } from './search.service.js';
import { TranscriptService } from './transcript.service.js';

/** Reads the transcript of a meeting over HTTP. */
@RoundtableController('api/v1/meetings/:meeting/transcript')
export class TranscriptController {
  constructor(
    private readonly transcript: TranscriptService,
    private readonly searches: SearchService,
  ) {}

  @Get()
  @Requires('transcript.read')
  readPage(@CurrentMember() member: Member, @Query() query: TranscriptQueryDto): Promise<TranscriptPage> {
    return this.transcript.readPage(member, query);
  }

  @Get('outline')
  @Requires('transcript.read')
  readOutline(@CurrentMember() member: Member): Promise<TranscriptOutline> {
    return this.transcript.readOutline(member);
  }

  @Get('search')
  @Requires('transcript.read')
  search(@CurrentMember() member: Member, @Query() query: SearchQueryDto): Promise<SearchAnswer> {
    return this.searches.search(member, query);
  }
}

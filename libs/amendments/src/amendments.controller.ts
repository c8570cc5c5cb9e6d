import { Get, Param, Query } from '@nestjs/common';
import type {
  AmendmentList,
  AmendmentStepList,
  ConsolidatedText,
  RebaseOffer,
  VersionParagraphs,
} from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { AmendmentReader, type AmendedKey } from './amendment-reader.js';
import {
  AmendedParamsDto,
  AmendmentParamsDto,
  ConsolidatedQueryDto,
  ParagraphsQueryDto,
} from './dto/amendment-params.dto.js';

/** Amendments on a proposal and what they would make of its text, for reading. */
@RoundtableController('api/v1/meetings/:meeting/amendments/:proposal')
export class AmendmentsController {
  constructor(private readonly reader: AmendmentReader) {}

  /** By number, with their conflicts. */
  @Get()
  @Requires('room.read')
  list(@Param() params: AmendedParamsDto, @CurrentMember() member: Member): Promise<AmendmentList> {
    return this.reader.list(keyOf(params, member));
  }

  /** Of the newest version, or of the one named. */
  @Get('paragraphs')
  @Requires('room.read')
  paragraphs(
    @Param() params: AmendedParamsDto,
    @Query() { version }: ParagraphsQueryDto,
    @CurrentMember() member: Member,
  ): Promise<VersionParagraphs> {
    return this.reader.paragraphs(keyOf(params, member), version ?? null);
  }

  /** With all accepted amendments, and those named in `also`. */
  @Get('consolidated')
  @Requires('room.read')
  consolidated(
    @Param() params: AmendedParamsDto,
    @Query() { also }: ConsolidatedQueryDto,
    @CurrentMember() member: Member,
  ): Promise<ConsolidatedText> {
    return this.reader.consolidated(keyOf(params, member), also ?? []);
  }

  /** What its sponsors are offered where the text moved on. */
  @Get('rebase/:amendment')
  @Requires('room.read')
  offer(@Param() params: AmendmentParamsDto, @CurrentMember() member: Member): Promise<RebaseOffer> {
    return this.reader.offer(keyOf(params, member), params.amendment);
  }

  /** Who did what to it, when and why. */
  @Get('steps/:amendment')
  @Requires('room.read')
  async steps(
    @Param() params: AmendmentParamsDto,
    @CurrentMember() member: Member,
  ): Promise<AmendmentStepList> {
    const { audience } = member.membership;
    return { steps: await this.reader.steps(keyOf(params, member), params.amendment, audience) };
  }
}

function keyOf({ proposal }: AmendedParamsDto, { membership }: Member): AmendedKey {
  return { room: membership.roomId, proposal };
}

import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { AmendmentsService } from './amendments.service.js';
import {
  AcceptAmendmentDto,
  DecideAmendmentDto,
  MergeAmendmentsDto,
  PromoteAmendmentDto,
  RecommendOnAmendmentDto,
  RegulateAmendmentsDto,
  SponsorAmendmentDto,
  WithdrawAmendmentDto,
} from './dto/amendment-steps.dto.js';
import { RebaseAmendmentDto, TableAmendmentDto } from './dto/table-amendment.dto.js';
import { MergingService } from './merging.service.js';
import { PromotionService } from './promotion.service.js';
import { TablingService } from './tabling.service.js';

/** The intents of amendments. */
@RoundtableGateway()
export class AmendmentsGateway {
  constructor(
    private readonly tabling: TablingService,
    private readonly amendments: AmendmentsService,
    private readonly merging: MergingService,
    private readonly promotion: PromotionService,
  ) {}

  @Intent('amendments.table')
  @Requires('amendments.table')
  async table(@MessageBody() intent: TableAmendmentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.tabling.table(member, intent));
  }

  @Intent('amendments.rebase')
  @Requires('amendments.table')
  async rebase(@MessageBody() intent: RebaseAmendmentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.tabling.rebase(member, intent));
  }

  @Intent('amendments.sponsor')
  @Requires('amendments.table')
  async sponsor(@MessageBody() intent: SponsorAmendmentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.amendments.sponsor(member, intent));
  }

  @Intent('amendments.recommend')
  @Requires('amendments.recommend')
  async recommend(
    @MessageBody() intent: RecommendOnAmendmentDto,
    @CurrentMember() member: Member,
  ): Promise<Ack> {
    return toAck(await this.amendments.recommend(member, intent));
  }

  @Intent('amendments.accept')
  @Requires('amendments.table')
  async accept(@MessageBody() intent: AcceptAmendmentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.amendments.accept(member, intent));
  }

  @Intent('amendments.decide')
  @Requires('amendments.decide')
  async decide(@MessageBody() intent: DecideAmendmentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.amendments.decide(member, intent));
  }

  @Intent('amendments.withdraw')
  @Requires('amendments.table')
  async withdraw(@MessageBody() intent: WithdrawAmendmentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.amendments.withdraw(member, intent));
  }

  @Intent('amendments.merge')
  @Requires('amendments.merge')
  async merge(@MessageBody() intent: MergeAmendmentsDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.merging.merge(member, intent));
  }

  @Intent('amendments.promote')
  @Requires('amendments.table')
  async promote(@MessageBody() intent: PromoteAmendmentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.promotion.promote(member, intent));
  }

  @Intent('amendments.regulate')
  @Requires('amendments.regulate')
  async regulate(
    @MessageBody() intent: RegulateAmendmentsDto,
    @CurrentMember() member: Member,
  ): Promise<Ack> {
    return toAck(await this.amendments.regulate(member, intent));
  }
}

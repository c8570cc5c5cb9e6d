import { Global, Module } from '@nestjs/common';
import {
  AmendmentReader,
  AmendmentsModule,
  AmendmentsService,
  MergingService,
  PromotionService,
  TablingService,
} from '@roundtable/amendments';
import {
  DOCUMENT_TEXT,
  type AmendmentView,
  type ChangeProposal,
  type ProposalState,
  type ProposalView,
  type RoomSnapshot,
  type TableAmendment,
} from '@roundtable/contracts';
import { DocumentsModule } from '@roundtable/documents';
import { MeetingsModule, MeetingsRepository } from '@roundtable/meetings';
import { newId, Policies, type Member } from '@roundtable/platform';
import { ProposalsModule, ProposalsService } from '@roundtable/proposals';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, type XmlElement, type XmlText } from 'yjs';
import { ENTITIES } from '../../apps/api/src/database.js';
import { DraftingPorts } from '../../apps/api/src/drafting-ports.module.js';
import { DocumentMoment } from '../../libs/documents/src/following/document-moment.js';
import { UpdateCommit } from '../../libs/documents/src/updates/update-commit.js';
import { VersionsService } from '../../libs/documents/src/versions/versions.service.js';
import { Attendance, FeatureNode, type TestRoom } from './feature-node.js';
import { emptyMigratedDatabase } from './postgres.js';

@Global()
@Module({ providers: [MeetingsRepository], exports: [MeetingsRepository] })
class PeopleOnly {}

/** The text that proposals of these tests have: five paragraphs. */
export const AMENDED_TEXT = [
  '# Water of the upper basin',
  'The gauges of both sides are read daily by their hosts.',
  '- one reader for each gauge\n- one book for each reader',
  'Readings are sent to the secretariat by the tenth of each month.',
  'Costs lie where they fall.',
].join('\n\n');

/** A room where a proposal is amended, served by two nodes on one database. */
export class AmendmentsRoom {
  at: TestRoom;
  chair: Member;
  moderator: Member;
  rapporteur: Member;
  secretary: Member;
  observer: Member;
  delegations: [string, string];
  /** Submits the proposals. */
  submitter: Member;
  /** Speaks for the first delegation, and for the second. */
  experts: [Member, Member];

  private constructor(
    readonly here: FeatureNode,
    readonly there: FeatureNode,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<AmendmentsRoom> {
    const { url, drop } = await emptyMigratedDatabase();
    const attendance = new Attendance();
    const start = () =>
      FeatureNode.start(url, {
        attendance,
        modules: [ProposalsModule, DraftingPorts, DocumentsModule, AmendmentsModule],
        entities: ENTITIES,
        replace: [[MeetingsModule, PeopleOnly]],
      });
    const nodes = [await start(), await start()] as const;
    // Meetings are not here to say it.
    for (const { app } of nodes) app.get(Policies).register({ 'room.read': () => true });
    return new AmendmentsRoom(...nodes, drop);
  }

  async close(): Promise<void> {
    await this.here.close();
    await this.there.close();
    await this.drop();
  }

  /** Goes on in another, empty room, with other people in it. */
  async renew(): Promise<void> {
    this.at = await this.here.createRoom();
    this.chair = await this.here.add(this.at, 'chair');
    this.moderator = await this.here.add(this.at, 'moderator');
    this.rapporteur = await this.here.add(this.at, 'rapporteur');
    this.secretary = await this.here.add(this.at, 'secretary');
    this.observer = await this.here.add(this.at, 'observer');
    this.delegations = [newId(), newId()];
    this.submitter = await this.here.add(this.at, 'expert');
    this.experts = [
      await this.here.add(this.at, 'expert', this.delegations[0]),
      await this.here.add(this.at, 'expert', this.delegations[1]),
    ];
  }

  intent<T extends object>(over: T) {
    return { v: 1, room: this.at.room, clientId: newId(), ...over };
  }

  tabling(node = this.here): TablingService {
    return node.app.get(TablingService);
  }
  amending(node = this.here): AmendmentsService {
    return node.app.get(AmendmentsService);
  }
  merging(node = this.here): MergingService {
    return node.app.get(MergingService);
  }
  promotion(node = this.here): PromotionService {
    return node.app.get(PromotionService);
  }
  reading(node = this.here): AmendmentReader {
    return node.app.get(AmendmentReader);
  }

  /** Puts a proposal on the record as an import would. */
  async propose(
    text = AMENDED_TEXT,
    { state = 'admitted', number = 7 }: { state?: ProposalState; number?: number } = {},
  ): Promise<string> {
    const proposal: ProposalView = {
      id: newId(),
      number,
      title: `Gauges ${number}`,
      text,
      state,
      focusArea: null,
      responsible: null,
      timeline: null,
      version: 1,
      capturedBy: this.rapporteur.membership.participantId,
      capturedAt: new Date().toISOString(),
      sources: [],
      positions: [],
      decision: null,
      life: {
        admittedAs: number - 4,
        submitters: [{ kind: 'person', id: this.submitter.membership.participantId }],
        recommendation: null,
        references: [],
        mergedInto: null,
        referredTo: null,
        before: null,
        publishedAt: null,
      },
    };
    await this.here.appendAsSystem(this.at.room, [{ type: 'proposals.captured', data: { proposal } }]);
    return proposal.id;
  }

  async setState(id: string, state: ProposalState): Promise<void> {
    const { proposals } = (await this.here.snapshot(this.at.room)).proposals;
    const proposal = { ...(proposals.find((each) => each.id === id) as ProposalView), state };
    await this.here.appendAsSystem(this.at.room, [{ type: 'proposals.changed', data: { proposal } }]);
  }

  /** The rapporteur changes the proposal in its fields. */
  async change(id: string, over: Partial<ChangeProposal>): Promise<void> {
    const { proposals } = (await this.here.snapshot(this.at.room)).proposals;
    const version = proposals.find((each) => each.id === id)?.version ?? 0;
    const intent = this.intent({ proposal: id, version, ...over });
    await this.here.app.get(ProposalsService).change(this.rapporteur, intent);
  }

  /** Tables an amendment on the newest version and gives it back. */
  async table(
    who: Member,
    proposal: string,
    over: Partial<TableAmendment> & Pick<TableAmendment, 'kind' | 'paragraph'>,
  ): Promise<AmendmentView> {
    const { version, sha256 } = await this.reading().paragraphs({ room: this.at.room, proposal }, null);
    await this.tabling().table(who, this.intent({ proposal, version, sha256, ...over }));
    const [last] = (await this.of(proposal)).slice(-1);
    return last as AmendmentView;
  }

  /** Tables and accepts. */
  async accepted(
    proposal: string,
    over: Partial<TableAmendment> & Pick<TableAmendment, 'kind' | 'paragraph'>,
  ): Promise<AmendmentView> {
    const { id, revision } = await this.table(this.experts[0], proposal, over);
    await this.amending().decide(this.chair, this.intent({ amendment: id, revision, result: 'accepted' }));
    return this.one(proposal, id);
  }

  async of(proposal: string): Promise<AmendmentView[]> {
    return (await this.reading().list({ room: this.at.room, proposal })).amendments;
  }

  async one(proposal: string, id: string): Promise<AmendmentView> {
    return (await this.of(proposal)).find((each) => each.id === id) as AmendmentView;
  }

  async snapshot(): Promise<RoomSnapshot['amendments']> {
    return (await this.here.snapshot(this.at.room)).amendments;
  }

  async text(proposal: string): Promise<string> {
    const { proposals } = (await this.here.snapshot(this.at.room)).proposals;
    return proposals.find(({ id }) => id === proposal)?.text ?? '';
  }

  /** Somebody of the staff writes into a node of the document, as their page would; as a suggestion where told. */
  async type(
    proposal: string,
    node: number,
    words: string,
    { at = this.here, isSuggested = false } = {},
  ): Promise<void> {
    const key = { room: this.at.room, proposal };
    const { update } = await at.app.get(DocumentMoment).read(key, this.rapporteur.principal, null);
    const doc = new Doc();
    applyUpdate(doc, Buffer.from(update, 'base64'));
    const known = encodeStateVector(doc);
    const text = (doc.getXmlFragment(DOCUMENT_TEXT).get(node) as XmlElement).get(0) as XmlText;
    text.insert(text.length, words, isSuggested ? { insertion: {} } : {});
    const act = { clientId: newId(), update: encodeStateAsUpdate(doc, known) };
    await at.app.get(UpdateCommit).update(key, this.rapporteur, act);
  }

  /** Fixes what is written as the next version. */
  async fix(proposal: string): Promise<void> {
    await this.here.app.get(VersionsService).save(this.rapporteur, this.intent({ proposal }));
  }
}

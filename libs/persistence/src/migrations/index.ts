import { Record1763769600001 } from './1763769600001-record.js';
import { Identity1763769600002 } from './1763769600002-identity.js';
import { Meetings1763769600003 } from './1763769600003-meetings.js';
import { Floor1763769600004 } from './1763769600004-floor.js';
import { Discussion1763769600005 } from './1763769600005-discussion.js';
import { Proposals1763769600006 } from './1763769600006-proposals.js';
import { Transcript1763769600007 } from './1763769600007-transcript.js';
import { Notices1763769600008 } from './1763769600008-notices.js';
import { SearchWords1763769600009 } from './1763769600009-search-words.js';
import { Audit1763769600010 } from './1763769600010-audit.js';
import { Polls1763769600020 } from './1763769600020-polls.js';
import { Documents1763769600030 } from './1763769600030-documents.js';
import { ProposalLife1763769600040 } from './1763769600040-proposal-life.js';
import { LighterMessages1763769600021 } from './1763769600021-lighter-messages.js';
import { Publications1763769600050 } from './1763769600050-publications.js';
import { Amendments1763769600060 } from './1763769600060-amendments.js';
import { FollowUp1763769600070 } from './1763769600070-follow-up.js';
import { SearchPlainWords1763769600080 } from './1763769600080-search-plain-words.js';

/** Every migration, oldest first. Never edited after it landed; a new one is appended. */
export const MIGRATIONS = [
  Record1763769600001,
  Identity1763769600002,
  Meetings1763769600003,
  Floor1763769600004,
  Discussion1763769600005,
  Proposals1763769600006,
  Transcript1763769600007,
  Notices1763769600008,
  SearchWords1763769600009,
  Audit1763769600010,
  Polls1763769600020,
  LighterMessages1763769600021,
  Documents1763769600030,
  ProposalLife1763769600040,
  Publications1763769600050,
  Amendments1763769600060,
  FollowUp1763769600070,
  SearchPlainWords1763769600080,
];

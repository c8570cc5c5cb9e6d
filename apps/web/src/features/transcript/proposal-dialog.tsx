import type { ProposalSourceView, ProposalView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge } from '../../ui/badge.js';
import { Dialog } from '../../ui/dialog.js';
import { Facts } from '../../ui/facts.js';
import layout from '../../ui/layout.module.css';
import { Markdown } from '../../ui/markdown.js';
import { Name } from '../../ui/name.js';
import text from '../../ui/text.module.css';
import { Time } from '../../ui/time.js';
import { messages } from './messages.js';
import { signed } from './passage-data.js';
import { useTranscript } from './transcript-context.js';
import styles from './proposal-dialog.module.css';

/** A proposal as it stands, with the words it came from and the way back to them. */
export function ProposalDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const t = useMessages(messages);
  const { register } = useTranscript();
  const proposal = register.proposal(number);
  if (!proposal) return null;
  const { title, text: words, state, focusArea, responsible, timeline, sources, positions } = proposal;
  return (
    <Dialog title={t('proposalTitle', { number: String(number) })} isOpen onOpenChange={onClose}>
      <div className={layout.stackLoose}>
        <div className={layout.stackTight}>
          <div>
            <Badge tone={isAdopted(proposal) ? 'ok' : 'neutral'}>{t(`proposal_${state}`)}</Badge>
          </div>
          <h3 dir="auto" className={styles.title}>
            {title}
          </h3>
          {words.trim() !== title.trim() && (
            <div className={text.record}>
              <Markdown>{words}</Markdown>
            </div>
          )}
        </div>
        <Facts
          items={[
            focusArea !== null && { term: t('focusArea'), value: <bdi>{focusArea}</bdi> },
            responsible !== null && { term: t('responsible'), value: <bdi>{responsible}</bdi> },
            timeline !== null && { term: t('timeline'), value: <bdi>{timeline}</bdi> },
          ]}
        />
        {sources.length > 0 && (
          <section className={layout.section}>
            <h4>{t('provenance')}</h4>
            {sources.map((source) => (
              <Source key={`${source.seq} ${source.from}`} source={source} />
            ))}
          </section>
        )}
        {positions.length > 0 && <Positions positions={positions} />}
        {proposal.decision && (
          <section className={layout.section}>
            <h4>
              {t('decision')} · {t(`result_${proposal.decision.result}`)}
            </h4>
            <p className={text.record} dir="auto">
              {proposal.decision.text}
            </p>
            <JumpLink seq={proposal.decision.seq} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

function Source({ source }: { source: ProposalSourceView }) {
  const t = useMessages(messages);
  const { register } = useTranscript();
  const speaker = register.person(source.speaker);
  const delegation = register.delegation(source.delegation);
  return (
    <figure className={styles.source}>
      <blockquote className={text.record} dir="auto">
        {source.words ?? t('wordsRemoved')}
      </blockquote>
      <figcaption className={layout.row}>
        {speaker && <Name>{speaker.name}</Name>}
        {delegation && <Name className={text.quiet}>{delegation.shortName ?? delegation.name}</Name>}
        <Time at={source.at} zone={register.zone} show="dateTime" dateStyle="medium" />
        {source.room === register.room && <JumpLink seq={source.seq} />}
      </figcaption>
    </figure>
  );
}

function JumpLink({ seq }: { seq: number }) {
  const t = useMessages(messages);
  const { deeds } = useTranscript();
  return (
    <button type="button" className={styles.jump} onClick={() => deeds?.jump(seq)}>
      {t('entry', { seq: String(seq) })}
    </button>
  );
}

function Positions({ positions }: Pick<ProposalView, 'positions'>) {
  const t = useMessages(messages);
  const { register } = useTranscript();
  const ordered = [...positions].sort((a, b) => b.value - a.value);
  return (
    <section className={layout.section}>
      <h4>{t('positions')}</h4>
      <ul role="list" className={styles.positions}>
        {ordered.map(({ participant, value, reason }) => (
          <li key={participant}>
            <span className={styles.value}>{signed(value)}</span>
            <span>
              <Name isWrapping>{register.person(participant)?.name ?? '—'}</Name>
              {reason && <bdi className={text.quiet}> {reason}</bdi>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isAdopted({ state }: ProposalView): boolean {
  return state === 'adopted' || state === 'adopted_as_amended';
}

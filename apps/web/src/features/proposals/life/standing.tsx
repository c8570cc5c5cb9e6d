import type { ProposalView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge } from '../../../ui/badge.js';
import { Facts, type Fact } from '../../../ui/facts.js';
import { Name } from '../../../ui/name.js';
import { Time } from '../../../ui/time.js';
import { useDirectory } from '../directory.js';
import { messages } from './messages.js';
import { useSubmitterName } from './use-submitter-name.js';
import styles from './links-list.module.css';

/** The number of admission, where it has one. */
export function AdmittedNumber({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const number = proposal.life?.admittedAs;
  if (number === undefined || number === null) return null;
  return (
    <span title={t('admittedAsHint')}>
      <Badge tone="accent">P-{number}</Badge>
    </span>
  );
}

interface StandingProps {
  proposal: ProposalView;
  proposals: readonly ProposalView[];
}

/** Who submits it, what is recommended, and what it has to do with others. */
export function Standing({ proposal, proposals }: StandingProps) {
  const t = useMessages(messages);
  const { meeting } = useDirectory();
  const nameOf = useSubmitterName();
  const { life } = proposal;
  if (!life) return null;
  const { submitters, recommendation, references, mergedInto, referredTo, publishedAt } = life;
  const link = (id: string) => <ProposalLink proposal={proposals.find((each) => each.id === id)} />;
  const facts: (Fact | false)[] = [
    submitters.length > 0 && {
      term: t('submitter'),
      value: (
        <Lines
          items={submitters.map((each) => [
            `${each.kind}${each.id ?? ''}`,
            <Name isWrapping>{nameOf(each)}</Name>,
          ])}
        />
      ),
    },
    recommendation !== null && {
      term: t('recommendation'),
      value: (
        <>
          {t(`advice_${recommendation.advice}`)}
          {recommendation.reason && (
            <>
              {': '}
              <bdi>{recommendation.reason}</bdi>
            </>
          )}
        </>
      ),
    },
    references.length > 0 && {
      term: t('references'),
      value: (
        <Lines
          items={references.map(({ kind, proposal: id }) => [
            id,
            <>
              <span className={styles.kind}>{t(`ref_${kind}`)}</span> {link(id)}
            </>,
          ])}
        />
      ),
    },
    mergedInto !== null && { term: t('mergedInto'), value: link(mergedInto) },
    referredTo !== null && { term: t('referredToBody'), value: <Name isWrapping>{referredTo}</Name> },
    publishedAt !== null && {
      term: t('publishedAt'),
      value: <Time at={publishedAt} zone={meeting.zone} show="dateTime" dateStyle="medium" />,
    },
  ];
  return facts.some(Boolean) ? <Facts items={facts} /> : null;
}

function ProposalLink({ proposal }: { proposal: ProposalView | undefined }) {
  const { meeting } = useDirectory();
  if (!proposal) return <>–</>;
  const number = String(proposal.number);
  return (
    <Link to={`/m/${meeting.id}/proposals/${number}`}>
      {number}. <bdi>{proposal.title}</bdi>
    </Link>
  );
}

function Lines({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return items.map(([key, line]) => <div key={key}>{line}</div>);
}

import { useProblem } from '../app/errors/use-problem.js';
import { ApiError } from '../app/api-error.js';
import { Banner } from './banner.js';

export interface FormErrorProps {
  /** What a request threw; null shows nothing. */
  problem: unknown;
  /** Label of each field by its name on the wire, to say which one is meant. */
  fields?: Record<string, string>;
}

/** The sentence for what went wrong, announced when it appears. */
export function FormError({ problem, fields = {} }: FormErrorProps) {
  const sentenceFor = useProblem();
  const sentence = sentenceFor(problem);
  if (!sentence) return null;
  const field =
    problem instanceof ApiError && problem.field ? (fields[problem.field] ?? problem.field) : null;
  return (
    <Banner tone="error">
      {field && (
        <>
          <strong>{field}</strong>:{' '}
        </>
      )}
      {sentence}
    </Banner>
  );
}

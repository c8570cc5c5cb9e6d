import { useSearchParams, Link } from 'react-router';

/** Leads to an amendment in the list on the same page. */
export function AmendmentLink({ label }: { label: string }) {
  const [params] = useSearchParams();
  const search = new URLSearchParams(params);
  search.delete('amendments');
  return (
    <Link to={{ search: search.toString(), hash: anchorOf(label) }} replace>
      <bdi>{label}</bdi>
    </Link>
  );
}

/** The id of an amendment on the page. */
export function anchorOf(label: string): string {
  return `amendment-${label}`;
}

import { LIMITS } from '@roundtable/contracts';
import { Link, useNavigate, useParams } from 'react-router';
import { ApiError } from '../../../app/api-error.js';
import { useFormats, useLocale } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ShellSlot } from '../../../app/shell/shell-slot.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { useTitle } from '../../../app/use-title.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { FormError } from '../../../ui/form-error.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { PageHeader } from '../../../ui/page-header.js';
import { Progress } from '../../../ui/progress.js';
import { LoadProblem } from '../load-problem.js';
import { useMeeting } from '../meeting-queries.js';
import { downloadHref } from '../people/download-href.js';
import { messages } from './messages.js';
import { PeoplePreview } from './people-preview.js';
import { writeSampleList } from './sample-list.js';
import { usePeopleFile } from './use-people-file.js';

/** Many people at once: choose a list, see what each row would do, take it. */
export function PeopleFileScreen() {
  const t = useMessages(messages);
  const locale = useLocale();
  const navigate = useNavigate();
  const { meeting: id = '' } = useParams();
  const detail = useMeeting(id);
  const { files, choose, preview, apply } = usePeopleFile(id);
  const toPeople = `/m/${id}?show=people`;
  useTitle(t('title'));
  if (detail.error && !detail.data) {
    return <LoadProblem problem={detail.error} onRetry={() => void detail.refetch()} />;
  }
  const take = async () => {
    const [file] = files;
    if (!file) return;
    try {
      const { added, changed } = await apply.mutateAsync(file);
      showToast({ text: t('done', { added, changed }) });
    } catch {
      return; // Shown under the list.
    }
    await navigate(toPeople);
  };
  const downloadSample = () => {
    const href = URL.createObjectURL(new Blob([writeSampleList(locale)], { type: 'text/csv;charset=utf-8' }));
    downloadHref(href, t('sampleName'));
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };
  return (
    <div className={layout.page}>
      <ShellSlot name="title">
        <Link to={toPeople}>
          <Name>{detail.data?.meeting.title ?? ''}</Name>
        </Link>
      </ShellSlot>
      <PageHeader
        title={t('title')}
        meta={t('lead')}
        actions={
          <Button variant="quiet" onPress={downloadSample}>
            {t('sample')}
          </Button>
        }
      />
      <div className={layout.stackLoose}>
        <FileDrop
          label={t('file')}
          description={t('fileHint')}
          accept={['.csv', '.txt', '.tsv']}
          maxBytes={LIMITS.uploadBytes}
          files={files}
          onChange={choose}
        />
        {preview.isPending && <Progress label={t('reading')} />}
        <Unreadable problem={preview.error} />
        {preview.data && (
          <PeoplePreview
            preview={preview.data}
            isPending={apply.isPending}
            problem={apply.error}
            onTake={() => void take()}
          />
        )}
      </div>
    </div>
  );
}

/** What keeps a list from being read is told with what a list must be like; anything else in the usual words. */
function Unreadable({ problem }: { problem: Error | null }) {
  const t = useMessages(messages);
  const { formatNumber } = useFormats();
  if (!(problem instanceof ApiError) || problem.code !== 'unreadable_file')
    return <FormError problem={problem} />;
  return <Banner tone="error">{t('unreadable', { most: formatNumber(LIMITS.csvRows) })}</Banner>;
}

import { FileText, Upload, X } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components';
import { useFormats } from '../app/i18n/i18n-provider.js';
import { useMessages } from '../app/i18n/use-messages.js';
import { Button } from './button.js';
import { messages } from './messages.js';
import { Name } from './name.js';
import field from './field.module.css';
import styles from './file-drop.module.css';

export interface FileDropProps {
  label: string;
  description?: string;
  /** Endings with their dot: `['.csv', '.txt']`. Empty accepts everything. */
  accept?: readonly string[];
  maxBytes?: number;
  isMultiple?: boolean;
  files: readonly File[];
  onChange: (files: File[]) => void;
  isDisabled?: boolean;
}

/** A place to drop files or choose them; refuses those that are too large or of another kind, and says which. */
export function FileDrop({
  label,
  description,
  accept = [],
  maxBytes = Infinity,
  isMultiple = false,
  files,
  onChange,
  isDisabled,
}: FileDropProps) {
  const t = useMessages(messages);
  const { formatNumber, formatList } = useFormats();
  const [refusals, setRefusals] = useState<string[]>([]);
  const limit = t('megabytes', { size: formatNumber(Math.round((maxBytes / 1024 / 1024) * 10) / 10) });

  const refusalOf = (file: File): string | null => {
    const isAccepted =
      accept.length === 0 || accept.some((ending) => file.name.toLowerCase().endsWith(ending));
    if (!isAccepted) return t('fileWrongKind', { name: file.name, kinds: formatList(accept, 'or') });
    return file.size > maxBytes ? t('fileTooLarge', { name: file.name, limit }) : null;
  };
  const take = (chosen: readonly File[]) => {
    const offered = isMultiple ? chosen : chosen.slice(0, 1);
    setRefusals(offered.map(refusalOf).filter((refusal) => refusal !== null));
    const accepted = offered.filter((file) => refusalOf(file) === null);
    if (accepted.length > 0) onChange(isMultiple ? [...files, ...accepted] : accepted);
  };

  const takeDropped = async (items: DropItem[]) => {
    const dropped = items.filter((item) => item.kind === 'file');
    take(await Promise.all(dropped.map((item) => item.getFile())));
  };

  return (
    <div className={field.field}>
      <DropZone
        className={styles.zone}
        isDisabled={isDisabled}
        onDrop={({ items }) => void takeDropped(items)}
      >
        <Upload size={20} aria-hidden className={styles.icon} />
        <Text slot="label" className={field.label}>
          {label}
        </Text>
        <div className={styles.ways}>
          <FileTrigger
            acceptedFileTypes={accept}
            allowsMultiple={isMultiple}
            onSelect={(chosen) => take(chosen ? [...chosen] : [])}
          >
            <Button size="small" isDisabled={isDisabled}>
              {isMultiple ? t('chooseFiles') : t('chooseFile')}
            </Button>
          </FileTrigger>
          <span className={field.description}>{isMultiple ? t('dropFilesHere') : t('dropHere')}</span>
        </div>
        {description && <span className={field.description}>{description}</span>}
      </DropZone>
      <div role="alert">
        {refusals.map((refusal) => (
          <p key={refusal} className={field.error}>
            {refusal}
          </p>
        ))}
      </div>
      {files.length > 0 && (
        <ul className={styles.files} role="list">
          {files.map((file, index) => (
            <li key={`${file.name} ${index}`} className={styles.file}>
              <FileText size={16} aria-hidden className={styles.icon} />
              <Name className={styles.name}>{file.name}</Name>
              <Button
                variant="icon"
                size="small"
                aria-label={t('removeFile', { name: file.name })}
                onPress={() => onChange(files.filter((other) => other !== file))}
              >
                <X size={16} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

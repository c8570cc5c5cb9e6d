import { apiHref, errorIn, OWN_PAGE, unreachable } from './api.js';

export interface UploadOptions {
  signal?: AbortSignal;
  /** Told again and again how much of it has left the device, from 0 to 1. */
  onShare?(share: number): void;
}

/**
 * Posts a form and tells meanwhile how much of it is sent, which `fetch` cannot.
 * @throws ApiError as `api` does; an abort stays an AbortError
 */
export function upload<T>(path: string, form: FormData, options: UploadOptions = {}): Promise<T> {
  const { signal, onShare } = options;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('POST', apiHref(path));
    for (const [name, value] of Object.entries(OWN_PAGE)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onShare?.(loaded / total);
    });
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status < 200 || status > 299) return reject(errorIn(responseText, status));
      try {
        resolve(JSON.parse(responseText) as T);
      } catch {
        reject(errorIn(responseText, status));
      }
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(signal?.reason as Error));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

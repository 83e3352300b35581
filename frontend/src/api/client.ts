import createClient from 'openapi-fetch';
import { currentLanguage } from '../lib/language';
import { ApiProblem, readProblem } from './problem';
import type { paths } from './schema';

export type Params = Record<string, string | number | boolean | null | undefined | (string | number)[]>;

/** An answer with the version it came in; the version goes back as `If-Match`. */
export interface Versioned<T> {
  data: T;
  etag: string | null;
}

export interface WriteOptions {
  etag?: string | null;
  /** Makes a repeated POST harmless: true for a new key, or the key of the first try. */
  idempotencyKey?: string | true;
  signal?: AbortSignal;
}

const safe = ['GET', 'HEAD', 'OPTIONS'];
let csrfToken: string | null = null;
let sessionLost: (ended: boolean) => void = () => undefined;

export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

/**
 * Called when the session of this page is no longer what it was: ended (401 outside of the sign-in itself), or renewed in another
 * window, so that the token kept here is refused.
 */
export function onSessionLost(listener: (ended: boolean) => void): void {
  sessionLost = listener;
}

async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage());
  if (!safe.includes(request.method) && csrfToken !== null) request.headers.set('X-CSRF-Token', csrfToken);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ApiProblem({ status: 0, code: 'network' });
  }
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (response.status === 401 && !new URL(request.url).pathname.endsWith('/access/session')) sessionLost(true);
  else if (problem.code === 'csrf-token') sessionLost(false);
  throw problem;
}

/** The typed client over docs/api/openapi.json: `const { data } = await api.GET('/api/v1/…')`. Refusals throw `ApiProblem`. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

export function apiUrl(path: string, params: Params = {}): string {
  const url = new URL(path, window.location.origin);
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(key, String(one));
  }
  return url.toString();
}

async function answer<T>(response: Response): Promise<Versioned<T>> {
  const body = response.status === 204 ? '' : await response.text();
  return { data: (body === '' ? undefined : JSON.parse(body)) as T, etag: response.headers.get('ETag') };
}

/** Reads with the version, for a card or a form that will be saved. */
export async function apiRead<T>(path: string, params?: Params, signal?: AbortSignal): Promise<Versioned<T>> {
  return answer<T>(await send(new Request(apiUrl(path, params), { signal, headers: { Accept: 'application/json' } })));
}

export async function apiGet<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T> {
  return (await apiRead<T>(path, params, signal)).data;
}

/** `crypto.randomUUID` is missing where a department serves plain http in its own network. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function write<T>(method: string, path: string, body: unknown, options: WriteOptions = {}): Promise<Versioned<T>> {
  const headers = new Headers({ Accept: 'application/json' });
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers.set('Content-Type', 'application/json');
  if (options.etag) headers.set('If-Match', options.etag);
  if (options.idempotencyKey) {
    headers.set('Idempotency-Key', options.idempotencyKey === true ? newKey() : options.idempotencyKey);
  }
  const content = body === undefined ? undefined : form ? body : JSON.stringify(body);
  return answer<T>(await send(new Request(apiUrl(path), { method, headers, body: content, signal: options.signal })));
}

export const apiPost = async <T>(path: string, body?: unknown, options?: WriteOptions): Promise<T> =>
  (await write<T>('POST', path, body, options)).data;

export const apiPut = async <T>(path: string, body: unknown, options?: WriteOptions): Promise<T> =>
  (await write<T>('PUT', path, body, options)).data;

export const apiPatch = async <T>(path: string, body: unknown, options?: WriteOptions): Promise<T> =>
  (await write<T>('PATCH', path, body, options)).data;

export const apiDelete = async (path: string, options?: WriteOptions): Promise<void> => {
  await write('DELETE', path, undefined, options);
};

/** Sends one file (and fields) as multipart/form-data. */
export function apiUpload<T>(path: string, file: File, fields: Record<string, string> = {}, options?: WriteOptions): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return apiPost<T>(path, form, options);
}

function fileName(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null);
}

/** Fetches a file in the language of the interface and hands it to the user under the server's name, else `name`. */
export async function apiDownload(path: string, params?: Params, name = 'file'): Promise<void> {
  const response = await send(new Request(apiUrl(path, params)));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(response.headers.get('Content-Disposition')) ?? name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

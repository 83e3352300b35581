export interface FieldError {
  code: string;
  message: string;
}

/** A refusal of the API (RFC 9457) or of the network; the code never depends on the language. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly traceId: string | null;
  readonly errors: Record<string, FieldError[]>;

  constructor(parts: {
    status: number;
    code: string;
    title?: string;
    detail?: string | null;
    traceId?: string | null;
    errors?: Record<string, FieldError[]>;
  }) {
    super(parts.title ?? parts.code);
    this.name = 'ApiProblem';
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title ?? '';
    this.detail = parts.detail ?? null;
    this.traceId = parts.traceId ?? null;
    this.errors = parts.errors ?? {};
  }
}

const prefix = 'urn:education:problem:';
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function fieldErrors(value: unknown): Record<string, FieldError[]> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([field, list]) => [
      field,
      (Array.isArray(list) ? (list as unknown[]) : []).map((item) => {
        const { code, message } = (typeof item === 'object' && item !== null ? item : { message: item }) as Partial<FieldError>;
        return { code: text(code) ?? 'invalid', message: text(message) ?? text(code) ?? '' };
      }),
    ]),
  );
}

/** Reads the problem of a refused answer; a proxy's HTML page or an empty body becomes `http-<status>`. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const { status } = response;
  const body = await response.text().catch(() => '');
  let json: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) json = parsed as Record<string, unknown>;
  } catch {
    // Not JSON: the status says all there is.
  }
  const type = text(json.type);
  return new ApiProblem({
    status,
    code: text(json.code) ?? (type?.startsWith(prefix) ? type.slice(prefix.length) : `http-${status}`),
    title: text(json.title) ?? undefined,
    detail: text(json.detail),
    traceId: text(json.traceId) ?? response.headers.get('X-Trace-Id'),
    errors: fieldErrors(json.errors),
  });
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ status: 0, code: error instanceof TypeError ? 'network' : 'unexpected' });
}

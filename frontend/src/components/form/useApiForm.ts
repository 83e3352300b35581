import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import type { Versioned } from '../../api/client';
import { asProblem, type ApiProblem } from '../../api/problem';
import type { ConflictField } from './ConflictModal';
import { fieldPath, hasPath } from './paths';

export interface ApiFormOptions<V extends object, R> {
  initial: V;
  /** Version that `initial` was read in; null for a new record. */
  etag?: string | null;
  save: (values: V, etag: string | null) => Promise<R>;
  onSaved?: (result: R, values: V) => void;
  /** Reads the record anew when somebody else saved first; without it the conflict is only told. */
  reload?: () => Promise<Versioned<V>>;
  /** Fields compared on a conflict. */
  fields?: ConflictField[];
}

export interface ApiFormState<V extends object> {
  form: FormInstance<V>;
  initial: V;
  fields: ConflictField[];
  saving: boolean;
  problem: ApiProblem | null;
  /** Fields that show their server errors themselves. */
  shownFields: string[];
  conflict: { mine: V; theirs: Versioned<V> } | null;
  /** A changed field loses the error that the server gave its old value. */
  changed: (values: object) => void;
  submit: () => Promise<void>;
  resolve: (values: V) => Promise<void>;
  takeTheirs: () => void;
  dismissConflict: () => void;
}

/** Puts the server's errors onto the fields that the form has; gives the server's names of those fields. */
export function showFieldErrors<V extends object>(form: FormInstance<V>, problem: ApiProblem): string[] {
  const known = new Set(form.getFieldsError().map(({ name }) => name.join('.')));
  const shown = Object.keys(problem.errors).filter((name) => known.has(fieldPath(name).join('.')));
  form.setFields(
    shown.map((name) => ({
      name: fieldPath(name) as never,
      errors: problem.errors[name]!.map((error) => error.message),
    })),
  );
  const first = shown[0];
  if (first !== undefined) form.scrollToField(fieldPath(first), { focus: true });
  return shown;
}

/** A form that saves through the API: field errors, refusals, and the comparison when somebody else saved first. */
export function useApiForm<V extends object, R = unknown>(options: ApiFormOptions<V, R>): ApiFormState<V> {
  const [form] = Form.useForm<V>();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [shownFields, setShownFields] = useState<string[]>([]);
  const [conflict, setConflict] = useState<{ mine: V; theirs: Versioned<V> } | null>(null);
  const [newer, setNewer] = useState<{ base: V; over: string | null; etag: string | null } | null>(null);

  // A version taken over from a conflict counts until the page itself has read a newer one.
  const read = options.etag ?? null;
  const etag = newer !== null && newer.over === read ? newer.etag : read;

  const send = async (values: V, version: string | null) => {
    setSaving(true);
    setProblem(null);
    setShownFields([]);
    try {
      const result = await options.save(values, version);
      setConflict(null);
      options.onSaved?.(result, values);
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status === 412 && options.reload) {
        try {
          setConflict({ mine: values, theirs: await options.reload() });
        } catch (failed) {
          setProblem(asProblem(failed));
        }
      } else {
        setConflict(null);
        setShownFields(showFieldErrors(form, refused));
        setProblem(refused);
      }
    } finally {
      setSaving(false);
    }
  };

  return {
    form,
    initial: newer !== null && newer.over === read ? newer.base : options.initial,
    fields: options.fields ?? [],
    saving,
    problem,
    shownFields,
    conflict,
    changed: (values) =>
      form.setFields(
        shownFields
          .filter((name) => hasPath(values, fieldPath(name)))
          .map((name) => ({ name: fieldPath(name) as never, errors: [] })),
      ),
    // The whole record: what has no field of its own stays as it was read.
    submit: () => send(form.getFieldsValue(true) as V, etag),
    resolve: async (values) => {
      if (conflict === null) return;
      form.setFieldsValue(values);
      setNewer({ base: conflict.theirs.data, over: read, etag: conflict.theirs.etag });
      await send(values, conflict.theirs.etag);
    },
    takeTheirs: () => {
      if (conflict === null) return;
      form.setFieldsValue(conflict.theirs.data);
      setNewer({ base: conflict.theirs.data, over: read, etag: conflict.theirs.etag });
      setConflict(null);
    },
    dismissConflict: () => setConflict(null),
  };
}

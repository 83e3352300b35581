export type FieldPath = (string | number)[];

/** The name of a field as the server writes it → the path in the form: `rooms[0].name.kk` → `['rooms', 0, 'name', 'kk']`. */
export function fieldPath(name: string): FieldPath {
  return name
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.charAt(0).toLowerCase() + part.slice(1)));
}

export function valueAt(values: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], values);
}

export function hasPath(values: unknown, path: FieldPath): boolean {
  const parent = valueAt(values, path.slice(0, -1));
  const last = path.at(-1);
  return typeof parent === 'object' && parent !== null && last !== undefined && last in parent;
}

/** A copy with one value changed; the original stays. */
export function withValueAt<T>(values: T, path: FieldPath, value: unknown): T {
  const copy = structuredClone(values);
  let place = copy as Record<string | number, unknown>;
  path.slice(0, -1).forEach((key, index) => {
    if (typeof place[key] !== 'object' || place[key] === null) place[key] = typeof path[index + 1] === 'number' ? [] : {};
    place = place[key] as Record<string | number, unknown>;
  });
  const last = path.at(-1);
  if (last !== undefined) place[last] = value;
  return copy;
}

export const sameValue = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

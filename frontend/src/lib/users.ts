/** Login of the product itself: what no person did. */
const system = 'system';

/** Who did it, for a reader: a login, or the words for the product itself. */
export const userLabel = (name: string, t: (key: string) => string): string => (name === system ? t('user.system') : name);

/**
 * A plain value as JavaScript that takes over from another what is the same: a kit that extends a large one is then a few
 * lines. @param name how the code calls the other value
 */
export function sharedCode(value: unknown, other: unknown, name: string): string {
  const text = JSON.stringify(value);
  if (text === JSON.stringify(other)) return name;
  if (Array.isArray(value) && Array.isArray(other)) {
    const ranks = new Map(other.map((item: unknown, rank) => [JSON.stringify(item), rank]));
    const items = value.map((item: unknown) => {
      const rank = ranks.get(JSON.stringify(item));
      return rank === undefined ? JSON.stringify(item) : `${name}[${rank}]`;
    });
    return `[${items.join(',')}]`;
  }
  if (!isObject(value) || !isObject(other)) return text;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${sharedCode(item, other[key], `${name}[${JSON.stringify(key)}]`)}`);
  return `{${entries.join(',')}}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

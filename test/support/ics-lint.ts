/**
 * What RFC 5545 asks for and parsers let pass: line ends, octets per line, nesting, one UID and one universal
 * DTSTAMP per entry, no UID twice, no time zone without its definition. Gives one sentence per fault.
 */
export function lintCalendar(text: string): readonly string[] {
  const unfolded = text.replace(/\r\n[ \t]/g, '').split('\r\n').filter((line) => line !== '');
  return [...lintLines(text), ...lintTimeZones(unfolded), ...lintComponents(unfolded)];
}

function lintLines(text: string): readonly string[] {
  return [
    ...(text.endsWith('\r\n') ? [] : ['no CRLF at the end']),
    ...(text.includes('\r\n\r\n') ? ['blank line'] : []),
    ...(/(^|[^\r])\n/.test(text) ? ['bare LF'] : []),
    ...(/\r(?!\n)/.test(text) ? ['bare CR'] : []),
    ...(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) ? ['control character'] : []),
    ...text.split('\r\n')
      .filter((line) => Buffer.byteLength(line) > 75)
      .map((line) => `more than 75 octets: ${line.slice(0, 30)}`),
  ];
}

function lintTimeZones(lines: readonly string[]): readonly string[] {
  const defined = new Set(lines.filter((line) => line.startsWith('TZID:')).map((line) => line.slice(5)));
  const used = lines.flatMap((line) => /^[^:]*;TZID=([^:;]+)/.exec(line)?.[1] ?? []);
  return used.filter((zone) => !defined.has(zone)).map((zone) => `no VTIMEZONE for ${zone}`);
}

interface Component {
  readonly name: string;
  readonly properties: Map<string, string[]>;
  children: number;
}

function lintComponents(lines: readonly string[]): readonly string[] {
  const faults: string[] = [];
  const open: Component[] = [];
  const uids = new Set<string>();
  for (const line of lines) {
    const [name = '', ...rest] = line.split(/[;:]/);
    const value = line.slice(line.indexOf(':') + 1);
    const current = open.at(-1);
    if (name === 'BEGIN') {
      if (current) current.children += 1;
      open.push({ name: value, properties: new Map(), children: 0 });
    } else if (name === 'END') {
      if (current?.name !== value) faults.push(`unbalanced ${value}`);
      if (current) faults.push(...lintComponent(current, uids));
      open.pop();
    } else if (!current || rest.length === 0 || !/^[A-Z0-9-]+$/.test(name)) {
      faults.push(`not a property: ${line.slice(0, 30)}`);
    } else {
      current.properties.set(name, [...(current.properties.get(name) ?? []), value]);
    }
  }
  return open.length === 0 ? faults : [...faults, `never ended: ${open.map(({ name }) => name).join(', ')}`];
}

function lintComponent({ name, properties, children }: Component, uids: Set<string>): readonly string[] {
  const count = (key: string) => properties.get(key)?.length ?? 0;
  const missing = (required: readonly string[]) =>
    required.filter((key) => count(key) !== 1).map((key) => `${name}: ${key} × ${count(key)}`);
  if (name === 'VCALENDAR') {
    return [...missing(['VERSION', 'PRODID']), ...(children === 0 ? ['VCALENDAR without component'] : [])];
  }
  if (name !== 'VEVENT' && name !== 'VTODO') return [];
  const uid = properties.get('UID')?.[0] ?? '';
  const faults = [
    ...missing(['UID', 'DTSTAMP', ...(name === 'VEVENT' ? ['DTSTART'] : [])]),
    ...(properties.get('DTSTAMP') ?? [])
      .filter((stamp) => !/^\d{8}T\d{6}Z$/.test(stamp))
      .map((stamp) => `DTSTAMP not universal: ${stamp}`),
    ...(uids.has(uid) ? [`UID twice: ${uid}`] : []),
  ];
  uids.add(uid);
  return faults;
}

/** The one JSON document that a command prints with `--json`; a stray word before or after it fails. */
export function jsonOf(out: string, err: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(out) as Readonly<Record<string, unknown>>;
  } catch {
    throw new Error(`No JSON document: ${out}\n${err}`);
  }
}

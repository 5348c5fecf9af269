/** What Windows answers while another program has a file: a virus scanner or a synchronised folder lets go in a moment. */
const BUSY = ['EBUSY', 'EPERM', 'EACCES'];
/** Milliseconds before each further try: under a second in all. */
const PAUSES = [20, 40, 80, 160, 320];

/** Tries again what a passing program may have refused. What still fails then is really held: `EBUSY`. */
export function patiently(work: () => void, pause: (milliseconds: number) => void): void {
  for (let tries = 0; ; tries += 1) {
    try {
      return work();
    } catch (error) {
      if (!BUSY.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      const milliseconds = PAUSES[tries];
      if (milliseconds === undefined) throw Object.assign(error as Error, { code: 'EBUSY' });
      pause(milliseconds);
    }
  }
}

/** What Windows answers while another program has a file: a virus scanner or a synchronised folder lets go in a moment. */
const BUSY = ['EBUSY', 'EPERM', 'EACCES'];
/** Milliseconds before each further try: under a second in all. */
const PAUSES = [20, 40, 80, 160, 320];

/** Tries again what a passing program may have refused; what still fails then is really held. */
export function patiently(work: () => void, pause: (milliseconds: number) => void): void {
  for (const milliseconds of PAUSES) {
    try {
      return work();
    } catch (error) {
      if (!BUSY.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      pause(milliseconds);
    }
  }
  work();
}

import { run } from './cli/run.ts';
import { realShell } from './io/real-shell.ts';

// A reader that closes its end early (`nec-local … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), realShell());

import { hostname, uptime, userInfo } from 'node:os';

/** This computer and this process, for whoever has to tell its own traces from those of others. */
export interface Machine {
  readonly host: string;
  /** The account, where it has a name. */
  readonly user: string | undefined;
  readonly pid: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** When the computer was started, in the same unit. */
  bootedAt(): number;
  /** False when no process of this computer has the number. */
  isAlive(pid: number): boolean;
  /** A moment as the clock on the wall shows it: `2027-03-14T10:22`. */
  localTime(milliseconds: number): string;
}

export function thisMachine(): Machine {
  return {
    host: hostname(),
    user: accountName(),
    pid: process.pid,
    now: () => Date.now(),
    bootedAt: () => Date.now() - uptime() * 1_000,
    isAlive(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        // `EPERM`: it is there, and somebody else's.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
      }
    },
    localTime(milliseconds) {
      const date = new Date(milliseconds);
      const two = (value: number): string => String(value).padStart(2, '0');
      const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
      return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
    },
  };
}

/** A container may run under a number that no account has. */
function accountName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

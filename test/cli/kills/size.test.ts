import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFolder, useProgram } from './program.ts';

const program = useProgram();

/** Bytes that no compression makes smaller. */
function noise(length: number): Buffer {
  const words = new Uint32Array(length / 4);
  let word = 1;
  for (let rank = 0; rank < words.length; rank += 1) {
    word = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d) + rank;
    words[rank] = word;
  }
  return Buffer.from(words.buffer);
}

describe('F19: a file of 50 MB', () => {
  it('is changed, and given back, in less than 300 MB of memory', () => {
    const root = startFolder();
    const before = noise(50_000_000);
    writeFileSync(join(root, 'lourd.bin'), before);
    const peak = (command: string): number => {
      const { status, stdout } = spawnSync(process.execPath, [program, command, root], { encoding: 'utf8', env: { PEAK: '1' } });
      expect(status).toBe(0);
      return Number(stdout);
    };
    for (const command of ['lourd', 'annuler', 'annuler']) {
      const megabytes = peak(command);
      expect(megabytes, command).toBeGreaterThan(100);
      expect(megabytes, command).toBeLessThan(300);
    }
  });
});

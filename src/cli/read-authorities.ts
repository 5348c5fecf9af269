import { join } from 'node:path';
import { openIndex, type AuthorityIndex } from '../territory/index-file.ts';
import type { Shell } from './shell.ts';

/** The official list of authorities that comes with the program. */
export const readAuthorities = ({ disk, assets }: Shell): AuthorityIndex => openIndex(disk.readBytes(join(assets, 'territories.txt')));

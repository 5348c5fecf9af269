import base from '../../../templates/page/base.css';
import parts from '../../../templates/page/parts.css';
import print from '../../../templates/page/print.css';
import { styleElement } from './html.ts';

/**
 * The style of every page of the folder: screens from 320 px, and A4 paper. Every pair of text and background is above
 * 4.5:1, most above 7:1. Wide and narrow drawings take turns: one is always hidden.
 */
export const stylesheet = styleElement(base + parts + print);

import { styleElement } from './html.ts';
import { baseStyle, printStyle } from './style-base.ts';
import { partsStyle } from './style-parts.ts';

/** The style of every page of the folder: screens from 320 px, and A4 paper. */
export const stylesheet = styleElement(baseStyle + partsStyle + printStyle);

import { emitKeypressEvents, type Interface } from 'node:readline';

/** A terminal sends the same first byte for Échap and for arrows: this long without another byte, it was Échap. */
const ESCAPE_MILLISECONDS = 40;

export type Key = 'back' | 'why';

/**
 * Listens to the keys that leave a prompt: Échap, and « ? » where no text is typed. Must be called before the first
 * prompt: the first to listen decides how long Échap waits (500 ms by default, and Échap then Entrée would go forward).
 */
export function prepareKeys(input: NodeJS.ReadableStream): void {
  emitKeypressEvents(input, { escapeCodeTimeout: ESCAPE_MILLISECONDS } as unknown as Interface);
}

/** Calls `leave` when such a key is pressed, until the function given back is called. `asksWhy`: « ? » is one. */
export function onLeavingKey(input: NodeJS.ReadableStream, asksWhy: boolean, leave: (key: Key) => void): () => void {
  const listen = (_: unknown, key?: { readonly name?: string; readonly sequence?: string }): void => {
    if (key?.name === 'escape') leave('back');
    else if (key?.sequence === '?' && asksWhy) leave('why');
  };
  input.on('keypress', listen);
  return () => void input.removeListener('keypress', listen);
}

/** Files of `templates/` are imported as the text they hold (esbuild's text loader; `vitest.config.ts` does the same). */
declare module '*.css' {
  const text: string;
  export default text;
}

/** `budget.xlsx` → `budget.nouveau.xlsx`, `budget.nouveau-2.xlsx`…: the first name that `isFree`. */
export function besidePath(path: string, isFree: (candidate: string) => boolean): string {
  const folderEnd = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const [stem, extension] = dot > folderEnd ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  for (let rank = 1; ; rank += 1) {
    const candidate = `${stem}.nouveau${rank === 1 ? '' : `-${rank}`}${extension}`;
    if (isFree(candidate)) return candidate;
  }
}

const lists = `ul.tiles,ul.alerts,ul.key,ul.files,ol.marks,ul.cards{list-style:none;margin:0;padding:0}
.tiles{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr))}
.tile,.cards>li,.files li{background:var(--card);border:1px solid var(--line);border-radius:.6rem;
  padding:1rem 1.1rem}
.tile{border-top:.3rem solid var(--pine)}
.tile h3{margin:0;font-size:1rem}
.tile p{margin:0;color:var(--soft)}
.tile .tile-figure{font-size:1.75rem;font-weight:700;color:var(--ink);line-height:1.25;letter-spacing:-.02em}
.files,.cards{display:grid;gap:.9rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}
.files a{font-weight:600}
.path{color:var(--soft);overflow-wrap:anywhere}
.note,.calm{background:var(--ochre-pale);border-left:.35rem solid var(--ochre);padding:.8rem 1rem;margin:1.5rem 0;
  border-radius:0 .4rem .4rem 0}
.calm{background:var(--pine-pale);border-color:var(--pine)}
.alerts{display:grid;gap:.9rem}
.alert{background:var(--card);border:1px solid var(--line);border-left:.45rem solid var(--pine);border-radius:.4rem;
  padding:.7rem 1.1rem}
.alert.blocking{border-left-color:var(--clay)}
.alert.warning{border-left-color:var(--ochre)}
.alert p{margin:.25rem 0;max-width:60rem}
.alert-head{font-weight:600}
.label{display:inline-block;padding:.05rem .6rem;margin-right:.35rem;border-radius:1rem;background:var(--pine-pale);
  color:var(--pine);font-size:.88rem}
.blocking .label{background:var(--clay);color:#fff}
.warning .label{background:var(--ochre);color:#2b1d00}
.source{color:var(--soft);font-size:.9rem}
.late{color:var(--clay)}
`;

const tables = `table{width:100%;border-collapse:collapse;margin:.5rem 0 1rem;
  background:var(--card);border:1px solid var(--line)}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{padding:.55rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{background:var(--pine-pale);font-size:.9rem}
tbody th{font-weight:600}
tfoot th,tfoot td{font-weight:700;border-bottom:0}
.figure{text-align:right;font-variant-numeric:tabular-nums}
.when{white-space:nowrap}
@media screen and (max-width:44rem){
th,td{padding:.5rem .45rem}
.stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacks,.stacks tbody,.stacks tr,.stacks th,.stacks td{display:block;border:0;padding:0}
.stacks,.stacks caption{display:block}
.stacks{background:none}
.stacks tr{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;
  margin:.6rem 0}
.stacks td,.stacks th{overflow-wrap:anywhere}
.stacks .none{display:none}
.when{color:var(--soft)}
}
`;

const drawings = `figure{margin:0 0 1rem}
summary{font-weight:700;color:var(--pine);cursor:pointer;padding:.6rem 0}
details[open] summary{padding-bottom:.2rem}
svg{display:block;width:100%;height:auto}
svg text{font-family:inherit;fill:var(--ink)}
.timeline{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem}
.wide{display:none}
.phase{font-size:13px;paint-order:stroke;stroke:var(--card);stroke-width:5px;stroke-linejoin:round}
.month,.year{font-size:12px}.year{font-weight:700}
.grid{stroke:#e8e3d8}
.bar.before{fill:var(--pine)}.bar.during{fill:var(--clay)}.bar.after{fill:var(--plum)}
.event{fill:var(--clay);opacity:.85}.event.provisional{opacity:.45}
.event-word,.today-word{font-size:12px;font-weight:700}.event-word{fill:var(--clay)}
.today{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}
.mark{stroke:#fff;stroke-width:1.5}.mark.milestone{fill:var(--pine)}.mark.limit{fill:var(--clay)}
svg .mark-number{fill:#fff;font-size:10.5px;font-weight:700;letter-spacing:-.03em}
.key{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;font-size:.92rem}
figcaption{margin-top:.9rem}
.key li{display:flex;align-items:baseline;gap:.5rem}
.key .chip,.key .badge{transform-origin:center;position:relative;top:.1rem}
.chip{flex:none;width:1.5rem;height:.85rem;border-radius:.2rem;background:var(--pine)}
.chip.during,.chip.expense{background:var(--clay)}.chip.after{background:var(--plum)}
.chip.gap{border:1px solid var(--clay);
  background:repeating-linear-gradient(135deg,var(--clay) 0 2px,var(--clay-pale) 2px 6px)}
.badge{flex:none;display:inline-grid;place-items:center;width:1.55rem;height:1.55rem;border-radius:.2rem;
  background:var(--clay);color:#fff;font-size:.8rem;font-weight:700}
.badge.milestone{background:var(--pine);transform:rotate(45deg) scale(.85)}
.badge.milestone span{transform:rotate(-45deg) scale(1.15)}
.key .badge{width:1rem;height:1rem}
.marks{columns:19rem 2;column-gap:2rem}
.marks li{display:flex;gap:.8rem;break-inside:avoid;padding:.35rem 0 .35rem .3rem}
.marks .when{font-size:.9rem;color:var(--soft);white-space:normal}
.balance{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem}
.balance svg{height:4.5rem}
.expense{fill:var(--clay)}.income{fill:var(--pine)}.gap{fill:url(#balance-hachures)}.gap-back{fill:var(--clay-pale)}
.gap-line{stroke:var(--clay);stroke-width:.45}
.rail{fill:#eee9de}.rod{height:.6rem;margin-top:.3rem}
.columns{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));
  align-items:start}
.shares th{font-weight:400}.shares tfoot th,.shares thead th{font-weight:700}.shares tbody th{width:75%}
.zero{display:flex;flex-wrap:wrap;gap:.5rem 1.75rem;align-items:center;background:var(--pine-pale);
  border-radius:.6rem;padding:1.25rem 1.5rem}
.zero p{flex:1 1 16rem}
.zero .zero-figure{flex:none;margin:0;font-size:3.6rem;font-weight:700;line-height:1;color:var(--pine)}
@media print,(min-width:46rem){.wide{display:block}.narrow{display:none}.leaf{display:block}}
`;

const forms = `form{max-width:46rem}
fieldset{border:1px solid var(--line);background:var(--card);border-radius:.6rem;padding:.4rem 1.25rem 1.25rem;
  margin:0 0 1.75rem;min-width:0}
legend{font-weight:700;font-size:1.15rem;color:var(--pine);padding:0 .4rem;margin-left:-.4rem}
.field,fieldset.choices{margin:1.2rem 0 0}
fieldset.choices{border:0;padding:0;background:none}
.legend{font-size:inherit;margin:0;padding:0;background:none}
.choices legend{font-size:1rem;color:inherit;margin:0;padding:0}
.field label{font-weight:700;display:block}
.need{font-weight:400;color:var(--soft)}
.help{margin:.1rem 0 .35rem;color:var(--soft);font-size:.93rem}
input,textarea{font:inherit;color:inherit;accent-color:var(--pine)}
input:not([type=checkbox],[type=radio]),textarea{width:100%;border:1px solid #6b7778;border-radius:.35rem;
  padding:.6rem .7rem;background:#fff;min-height:2.75rem}
textarea{min-height:8rem;resize:vertical}
.option{display:flex;gap:.65rem;align-items:flex-start;padding:.35rem 0;min-height:1.75rem}
.many{columns:15rem 2;column-gap:2rem}
.many .option{break-inside:avoid}
.option input{flex:none;width:1.25rem;height:1.25rem;margin:.15rem 0 0}
.option label{font-weight:400}
.consent{background:var(--pine-pale);padding:.5rem .8rem;border-radius:.4rem}
button,.action{display:inline-block;font:inherit;font-weight:700;color:#fff;background:var(--pine);border:0;
  border-radius:.4rem;padding:.8rem 1.6rem;text-decoration:none;cursor:pointer}
button:hover,.action:hover{background:#0b2f33}
.notice{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.25rem}
.notice dt{font-weight:700;margin-top:.7rem}.notice dd{margin:0}
`;

/** Tiles, alerts, tables, drawings and forms. Wide and narrow drawings take turns: one is always hidden. */
export const partsStyle = lists + tables + drawings + forms;

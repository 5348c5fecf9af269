/** Paper, pine, terracotta, ochre: every pair of text and background is above 4.5:1, most above 7:1. */
const palette = `:root{
--ink:#1f2a2b;--soft:#4d5a5b;--paper:#fbf9f5;--card:#fff;--line:#d9d3c7;
--pine:#12454a;--pine-pale:#e3eeec;--clay:#a23f16;--clay-pale:#fbe9e0;--ochre:#f2b53a;--ochre-pale:#fdf3da;
  --plum:#6a3b66;--plum-pale:#f1e8f0;
color-scheme:light}
`;

const words = `*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
  color:var(--ink);background:var(--paper)}
body{margin:0;overflow-wrap:break-word}
.frame{max-width:68rem;margin:0 auto;padding-inline:1.25rem}
.slim .frame{max-width:48.5rem}
a{color:var(--pine);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--clay);outline-offset:3px;border-radius:2px}
main{padding-top:1rem;padding-bottom:1rem}
main:focus{outline:none}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:.5rem;top:-6rem;background:var(--card);color:var(--pine);padding:.75rem 1rem;z-index:1}
.skip:focus{top:.5rem}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.9rem,1.2rem + 3.2vw,3.1rem);margin:.1rem 0 .5rem;letter-spacing:-.02em}
h2{font-size:1.55rem;margin:0 0 1rem;padding-bottom:.6rem;color:var(--pine);
  background:linear-gradient(var(--ochre),var(--ochre)) 0 100%/3rem .28rem no-repeat}
h3{font-size:1.1rem;margin:1.8rem 0 .6rem}
section{margin:2.75rem 0}
section:first-child{margin-top:1.5rem}
p{margin:.5rem 0;max-width:46rem}
code,.path{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.88em}
code{background:var(--pine-pale);padding:.1em .35em;border-radius:.25rem}
mark{background:var(--ochre-pale);color:var(--ink);padding:0;border-bottom:2px solid var(--ochre)}
`;

const frame = `.banner{background:var(--pine);color:#fff;border-top:.5rem solid var(--ochre)}
.banner .frame{display:flex;gap:2rem;align-items:center;justify-content:space-between;padding-block:2rem}
.banner a{color:#fff}
.banner :focus-visible{outline-color:var(--ochre)}
.lead{min-width:0}
.kicker{margin:0;font-weight:600;letter-spacing:.04em;color:#f7d794}
.slogan{font-size:1.2rem;margin:0 0 .75rem}
.facts{display:flex;flex-wrap:wrap;gap:.75rem 2.25rem;margin:1rem 0}
.facts dt{font-size:.85rem;color:#cfe3e0}
.facts dd{margin:0;font-weight:600}
.leaf{flex:none;display:none;width:10rem;text-align:center;background:#fff;color:var(--ink);border-radius:.6rem;
  overflow:hidden;box-shadow:0 .6rem 1.6rem #0005}
.leaf span{display:block}
.leaf-top{background:var(--clay);color:#fff;padding:.3rem;font-weight:600}
.leaf-day{font-size:4.2rem;line-height:1.15;font-weight:700;letter-spacing:-.03em}
.leaf-month{padding:0 .3rem .6rem;color:var(--soft)}
.foot{margin-top:3rem;padding:1.25rem 0;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem;
  background:#f3efe7}
`;

/** Colours, words, banner and foot: what every page has. */
export const baseStyle = palette + words + frame;

/** A4 paper: no wasted ink, nothing cut in two, lines and boxes to write on. */
export const printStyle = `@page{size:A4;margin:14mm 13mm}
@media print{
html{font-size:10.5pt;background:#fff}
.frame,.slim .frame{max-width:none;padding-inline:0}
.skip,button,.screen{display:none}
.banner{background:none;color:var(--ink);border-bottom:2px solid var(--pine)}
.banner .frame{padding-block:.6rem}
.banner a,.kicker,.facts dt{color:var(--pine)}
.banner .lead p{margin:.2rem 0}
h1{font-size:1.6rem}
.facts{margin:.5rem 0;gap:.3rem 1.6rem}
.slogan{font-size:1rem}
.leaf{box-shadow:none;border:1px solid var(--line);width:7rem;font-size:.85rem}
.leaf-top{padding:.1rem}.leaf-day{font-size:2.2rem}.leaf-month{padding-bottom:.2rem}
main{padding-top:0}
.foot{background:none;margin-top:.5rem;padding:.2rem 0;font-size:.8rem}.foot p{margin:.1rem 0;max-width:none}
main{padding-bottom:0}
section,section:first-child{margin:1.2rem 0}
h2,h3,dt,caption{break-after:avoid}
tr,li,dd,figure,.field,.option,.intro,.shares,fieldset.choices{break-inside:avoid}
tfoot{display:table-row-group}
svg,.chip,.badge,.leaf-top,.label,h2,.tile,.alert{print-color-adjust:exact;-webkit-print-color-adjust:exact}
fieldset{border-color:#999}
form{max-width:none}
input:not([type=checkbox],[type=radio]){border:0;border-bottom:1px solid #444;border-radius:0;min-height:2rem}
.option input{appearance:none;-webkit-appearance:none;border:1px solid #444;width:1rem;height:1rem}
.option input[type=radio]{border-radius:50%}
textarea{min-height:7rem;resize:none}
.field,fieldset.choices{margin-top:.8rem}
.option{min-height:0;padding:.1rem 0}
.options:has(>:nth-child(4)){columns:2;column-gap:2rem}
fieldset>p,legend{break-after:avoid}
.tiles{grid-template-columns:repeat(4,1fr);gap:.5rem}
.tile{padding:.5rem .6rem;font-size:.92em}.tile .tile-figure{font-size:1.2rem}
.files{grid-template-columns:repeat(3,1fr);gap:.5rem}.files li{padding:.5rem .6rem;font-size:.92em}
.timeline{padding:.6rem .8rem}.timeline .key{font-size:.85rem;gap:.2rem 1rem}
}
`;

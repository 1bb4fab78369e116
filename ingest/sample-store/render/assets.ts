/** The shop's stylesheet: plain, quick, readable on a phone. */
export const stylesheet = `:root{--ink:#20262b;--soft:#5d676f;--line:#ddd8cc;--bg:#fffdf9;--brand:#234036;--accent:#b4532a;--tint:#f4f0e6}
*{box-sizing:border-box}html{scroll-behavior:smooth}body{margin:0;background:var(--bg);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",sans-serif}
a{color:var(--brand)}img,svg{max-width:100%;height:auto}h1{font-size:clamp(1.7rem,4vw,2.4rem);line-height:1.2}h2{font-size:1.35rem;margin-top:2em}
ul[class]:not(.rte-list),.nav ul,.sidebar ul{list-style:none;margin:0;padding:0}.visually-hidden,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.announcement{background:var(--brand);color:#fff;text-align:center;font-size:.85rem}.announcement p{margin:0;padding:.4rem}
.site-header{display:flex;flex-wrap:wrap;gap:.8rem 1.5rem;align-items:center;padding:.9rem clamp(1rem,4vw,3rem);border-bottom:1px solid var(--line)}
.logo{display:flex;gap:.5rem;align-items:center;font-weight:700;font-size:1.2rem;text-decoration:none}.search{flex:1;min-width:10rem}.search input,.newsletter input{width:100%;padding:.5rem .8rem;border:1px solid var(--line);border-radius:2rem;font:inherit}
.icons{display:flex;gap:1rem}.nav{width:100%}.nav>ul{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem}.nav__btn,.linklike{background:none;border:0;font:inherit;color:inherit;padding:0;cursor:pointer}.nav__item{position:relative}.nav__sale{color:var(--accent)}
.mega{display:none;position:absolute;z-index:5;min-width:15rem;background:#fff;border:1px solid var(--line);padding:1rem;box-shadow:0 8px 24px #0002}.has-mega:hover .mega,.has-mega:focus-within .mega{display:block}.mega__title{margin:0 0 .3rem;font-weight:600}
.breadcrumbs ol{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;margin:0;padding:1rem clamp(1rem,4vw,3rem);font-size:.85rem;color:var(--soft)}.breadcrumbs li+li:before{content:"/ "}
main,.narrow,.page-width,.carousel,.recent{padding:0 clamp(1rem,4vw,3rem)}.narrow{max-width:48rem;margin:0 auto}.page-width{max-width:64rem;margin:0 auto}
.with-sidebar{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:1rem;padding:0 clamp(1rem,4vw,3rem)}.with-sidebar main{padding:0;max-width:52rem}.sidebar{font-size:.9rem}.sidebar li{padding:.25rem 0}
.toc{border-left:3px solid var(--line);padding-left:1rem;font-size:.9rem}.anchor{color:var(--line);text-decoration:none}.updated,.legal,.sku,.card__vendor,.card__swatches,.review__by{color:var(--soft);font-size:.85rem}
.table-wrap{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;width:100%}caption{text-align:left;font-size:.9rem;color:var(--soft)}th,td{text-align:left;padding:.55rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}thead th{background:var(--tint)}
.acc{border-bottom:1px solid var(--line)}.acc summary{display:flex;justify-content:space-between;align-items:center;cursor:pointer;list-style:none}.acc__q{font-size:1.1rem;margin:.8rem 0}.chev{width:12px}
.faq-q{all:unset;cursor:pointer;font-weight:600;width:100%}.faq-item{border-bottom:1px solid var(--line)}.js .faq-a[data-closed]{content-visibility:hidden;height:0}
.terms{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.5rem 1.2rem}.terms dt{font-weight:600}.terms dd{margin:0}.callout{background:var(--tint);padding:.6rem 1rem;border-radius:.5rem}.panel-card{border:1px solid var(--line);border-radius:.7rem;padding:0 1.3rem 1rem;margin:1rem 0}
.hero{padding:2rem 0}.hero--home{background:var(--brand);color:#fff;text-align:center;padding:4rem 1rem;border-radius:1rem;margin-top:1rem}.btn{display:inline-block;background:var(--accent);color:#fff;border:0;border-radius:2rem;padding:.7rem 1.6rem;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:1.3rem}.carousel__track{display:flex;gap:1.2rem;overflow-x:auto;padding-bottom:.5rem}.carousel .card{flex:0 0 11rem}.card{position:relative}.card a{text-decoration:none;color:inherit}.card img{border-radius:.6rem}.card p,.card h3{margin:.2rem 0}.card__title{font-size:1rem}.badge{position:absolute;top:.5rem;left:.5rem;background:var(--accent);color:#fff;font-size:.75rem;padding:.1rem .5rem;border-radius:1rem}
.price__now{text-decoration:none;font-weight:700}.price--sale .price__now{color:var(--accent)}.price__was{color:var(--soft)}.product__price{font-size:1.4rem}.product__top{display:grid;grid-template-columns:1fr 1fr;gap:2rem}.product__media img{border-radius:1rem;width:100%}
fieldset{border:0;padding:0;margin:.6rem 0}.swatch{display:inline-block;border:1px solid var(--line);border-radius:2rem;padding:.2rem .8rem;margin:.2rem .3rem 0 0}.is-out{color:var(--soft)}.final{color:var(--accent);font-weight:600}.stars span{color:#c98a12}
dl.specs{margin:0}.spec{display:grid;grid-template-columns:12rem 1fr;padding:.4rem 0;border-bottom:1px solid var(--line)}.spec dd{margin:0}.pdp-accordion summary{font-weight:600;padding:.6rem 0;cursor:pointer}.specs th{width:14rem}.reviews ul{list-style:none;padding:0}.review{border-top:1px solid var(--line)}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem;margin:1.5rem 0!important}.tiles a{display:block;background:var(--tint);padding:.7rem 1.2rem;border-radius:.6rem;text-decoration:none}.hub li a{display:block;padding:.8rem 0;border-bottom:1px solid var(--line);text-decoration:none}.hub span{display:block;color:var(--soft);font-size:.9rem}.pagination{margin:2rem 0;display:flex;gap:1rem}
.site-footer{background:var(--tint);margin-top:4rem;padding:2rem clamp(1rem,4vw,3rem) 6rem;font-size:.9rem}.footer__cols{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:2rem}.footer__title{font-size:1rem;margin-top:0}.pay,.social{display:flex;gap:.6rem;margin:1rem 0!important}
.cookie{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;padding:.5rem 1rem;font-size:.85rem}.cookie[hidden]{display:none}.cookie p{margin:0;flex:1 1 14rem}
@media(max-width:760px){.with-sidebar,.product__top{grid-template-columns:minmax(0,1fr)}.sidebar{display:none}.terms,.spec{grid-template-columns:1fr;gap:0}}
`;

/** The shop's script: cookie banner, FAQ buttons. Pages read well without it. */
export const script = `(() => {
  const banner = document.getElementById('cookie-banner');
  if (banner && localStorage.getItem('consent')) banner.hidden = true;
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-consent],[data-cookie-settings],.faq-q') : null;
    if (!target) return;
    if (target.matches('[data-consent]')) { localStorage.setItem('consent', target.dataset.consent); banner.hidden = true; }
    if (target.matches('[data-cookie-settings]')) banner.hidden = false;
    if (target.matches('.faq-q')) {
      const panel = document.getElementById(target.getAttribute('aria-controls'));
      const closed = panel.toggleAttribute('data-closed');
      target.setAttribute('aria-expanded', String(!closed));
    }
  });
})();
`;

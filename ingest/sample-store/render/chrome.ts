import { helpPages } from '../data/help-pages.ts';
import { categories, rules, shop } from '../data/shop.ts';
import type { Locale } from '../data/types.ts';
import { escapeHtml } from './html.ts';

const words = {
  en: {
    skip: 'Skip to content',
    search: 'Search',
    cart: 'Cart',
    account: 'Account',
    help: 'Help',
    sale: 'Sale',
    journal: 'Journal',
    bar: `Free standard shipping over ${rules.freeShippingOver} · Holiday returns until ${rules.holidayUntil}`,
    cookies: 'We use cookies to keep your cart, to measure and, if you agree, to advertise.',
    accept: 'Accept all',
    reject: 'Only necessary',
    newsletter: 'Get 10 % off your first order',
    signUp: 'Sign up',
    home: 'Home',
    season: 'New season',
    all: 'Shop everything',
  },
  es: {
    skip: 'Ir al contenido',
    search: 'Buscar',
    cart: 'Carrito',
    account: 'Mi cuenta',
    help: 'Ayuda',
    sale: 'Ofertas',
    journal: 'Diario',
    bar: 'Envío estándar gratis a partir de 75 USD · Devoluciones navideñas hasta el 31 de enero',
    cookies: 'Usamos cookies para tu carrito, para medir y, si lo aceptas, para publicidad.',
    accept: 'Aceptar todo',
    reject: 'Solo las necesarias',
    newsletter: 'Un 10 % en tu primer pedido',
    signUp: 'Suscribirme',
    home: 'Inicio',
    season: 'Nueva temporada',
    all: 'Ver todo',
  },
} as const;

const spanishMenu: Record<string, string> = {
  Clothing: 'Ropa',
  Footwear: 'Calzado',
  'Packs & Shelter': 'Mochilas y tiendas',
  Camp: 'Campamento',
  'Kids & Dogs': 'Niños y perros',
};

/** The words of the frame around pages, in the page's language. */
export function frameWords(locale: Locale) {
  return words[locale];
}

/** Everything above the content: skip link, announcement bar, logo, search, mega menu. */
export function header(locale: Locale): string {
  const w = words[locale];
  const groups = [...new Set(categories.map((category) => category.menu))];
  const menu = groups.map((group, index) => {
    const title = escapeHtml((locale === 'es' ? spanishMenu[group] : undefined) ?? group);
    const links = categories
      .filter((category) => category.menu === group)
      .map(
        (category) =>
          `<li><a href="/collections/${category.slug}" class="mega__link">${escapeHtml(category.name)}</a></li>`,
      );
    return `<li class="nav__item has-mega"><button class="nav__btn" aria-expanded="false" aria-controls="mega-${index}">${title}</button>
<div class="mega" id="mega-${index}"><p class="mega__title">${title}</p><ul>${links.join('')}</ul>
<div class="mega__promo"><span>${w.season}</span> <a href="/collections/all">${w.all}</a></div></div></li>`;
  });
  return `<a class="skip" href="#main">${w.skip}</a>
<div class="announcement" role="region" aria-label="Announcement"><p>${w.bar}</p></div>
<header class="site-header" id="shopify-section-header">
<a class="logo" href="${locale === 'es' ? '/es' : '/'}" aria-label="${escapeHtml(shop.name)}"><svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><path d="M2 20 9 6l4 7 2-3 7 10z" fill="currentColor"/></svg><span>${escapeHtml(shop.name)}</span></a>
<form class="search" action="/search" role="search"><label class="visually-hidden" for="q">${w.search}</label><input id="q" name="q" type="search" placeholder="${w.search}…" autocomplete="off"></form>
<ul class="icons"><li><a href="/account">${w.account}</a></li><li><a href="/cart">${w.cart} <span class="count" aria-label="0 items">0</span></a></li></ul>
<nav class="nav" aria-label="Main"><ul>${menu.join('')}
<li class="nav__item"><a class="nav__sale" href="/collections/sale">${w.sale}</a></li><li class="nav__item"><a href="/journal">${w.journal}</a></li><li class="nav__item"><a href="/help">${w.help}</a></li></ul></nav>
</header>`;
}

/** Everything below the content: link columns, newsletter, social links, payment icons, legal lines. */
export function footer(locale: Locale): string {
  const w = words[locale];
  const own = helpPages.filter((page) => page.locale === locale && page.foundBy === undefined);
  const column = (title: string, wanted: (path: string) => boolean) =>
    `<div class="footer__col"><h2 class="footer__title">${title}</h2><ul>${own
      .filter((page) => wanted(page.path))
      .map((page) => `<li><a href="${page.path}">${escapeHtml(page.title)}</a></li>`)
      .join('')}</ul></div>`;
  const pay = ['Visa', 'Mastercard', 'Amex', 'PayPal', 'Apple Pay', 'Klarna'];
  const social = ['Instagram', 'YouTube', 'Facebook'];
  return `<footer class="site-footer"><div class="footer__cols">
${column(w.help, (path) => path.includes('/help/') || path.includes('/ayuda/'))}
${locale === 'en' ? column('Company', (path) => path.startsWith('/pages/') || path.startsWith('/policies/')) : ''}
<div class="footer__col"><h2 class="footer__title">${w.newsletter}</h2><form class="newsletter" action="/account" method="post"><label class="visually-hidden" for="nl">Email</label><input id="nl" type="email" placeholder="you@example.com"><button type="submit">${w.signUp}</button></form>
<ul class="social">${social.map((name) => `<li><a href="https://social.example/${name.toLowerCase()}/tarnandtimber" rel="noopener nofollow">${name}</a></li>`).join('')}</ul>
<p class="lang"><a href="/" hreflang="en" lang="en">English</a> | <a href="/es" hreflang="es" lang="es">Español</a></p></div></div>
<ul class="pay" aria-label="Payment methods">${pay.map((name) => `<li><svg viewBox="0 0 38 24" width="38" height="24" role="img" aria-label="${name}"><title>${name}</title><rect width="38" height="24" rx="3" fill="#fff" stroke="#ccc"/><text x="19" y="15" font-size="7" text-anchor="middle">${name}</text></svg></li>`).join('')}</ul>
<p class="legal">© 2009–2026 ${escapeHtml(shop.name)} · <a href="/policies/privacy">Privacy</a> · <a href="/help/accessibility">Accessibility</a> · <button type="button" class="linklike" data-cookie-settings>Cookie settings</button></p></footer>`;
}

/** Cookie banner, newsletter dialog (closed) and the scripts that real shops load at the end. */
export function overlays(locale: Locale, path: string): string {
  const w = words[locale];
  return `<div id="cookie-banner" class="cookie" role="dialog" aria-live="polite" aria-label="Cookies"><p>${w.cookies} <a href="/policies/privacy">Info</a></p><button type="button" data-consent="all">${w.accept}</button><button type="button" data-consent="min">${w.reject}</button></div>
<div class="modal" id="newsletter-modal" role="dialog" aria-modal="true" aria-hidden="true" hidden><h2>${w.newsletter}</h2><p>Join 80,000 hikers. Unsubscribe whenever you like.</p><button type="button" data-close>×</button></div>
<noscript><img height="1" width="1" alt="" src="/images/pixel.svg" style="display:none"></noscript>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({event:'page_view',path:${JSON.stringify(path)},consent:'unknown',ab:['hdr_b','pdp_2']});</script>
<script src="/assets/shop.js" defer></script>`;
}

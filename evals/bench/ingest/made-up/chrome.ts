import { makeDice } from './dice.ts';
import { scriptTextOf, textOf } from './page.ts';

/** What stands around the main text of every page. */
export interface Chrome {
  /** Into `<head>`. */
  styles: string;
  top: string;
  /** Stands within the main text of product pages. */
  serviceBox: string;
  bottom: string;
  /** All of its words, in the order of the page. */
  text: string;
  /** Its scripts, as a reader of the body's text would see them. */
  scripts: string;
}

/** A link of the menu. */
export interface MenuEntry {
  path: string;
  label: string;
}

const STATES = ['default', 'hover', 'focus', 'active', 'disabled', 'wide', 'narrow', 'print'];
const BLOCKS = ['header', 'menu', 'card', 'price', 'gallery', 'tabs', 'panel', 'table', 'footer', 'dialog'];

/** Makes a shop's header, menus, banners, dialogs and footer, some 17 kB in all. */
export function makeChrome(
  shop: string,
  categories: readonly MenuEntry[],
  help: readonly MenuEntry[],
): Chrome {
  const top = `<a class="skip-link" href="#content">Skip to the main content</a>
<div class="announcement-bar">Winter sale: up to 30 percent off selected lamps until Sunday midnight</div>
<header class="site-header" role="banner">
  <a class="logo" href="/">${icon('logo')} ${shop} home</a>
  <form class="search-form" action="/search" role="search"><label>Search the shop <input name="q"></label> <button>Search now</button></form>
  <ul class="account-links">
    <li><a href="/account">Sign in or register</a></li>
    <li><a href="/wishlist">${icon('heart')} Your wish list</a></li>
    <li><a href="/cart">${icon('bag')} Basket, 0 items</a></li>
  </ul>
  <nav class="mega-menu" aria-label="Departments">
${menu(categories)}
  </nav>
</header>
<div id="cookie-banner" class="cookie-banner" role="dialog">
  <p>We and our 43 partners use cookies to measure visits and to show advertising that suits you.</p>
  <button>Accept all cookies</button> <button>Only what is necessary</button> <a href="/help/cookies">Cookie settings</a>
</div>`;
  const serviceBox = `<div class="usp-box">
  <p>${icon('van')} Free delivery on orders over 60 dollars, every day of the week</p>
  <p>${icon('return')} Thirty days to change your mind, in any of our shops</p>
  <p>${icon('lock')} Secure payment with every common card and wallet</p>
</div>`;
  const bottom = `<aside class="newsletter-signup">
  <h2>Ten percent off your first order</h2>
  <p>Sign up for our letter and be the first to hear of new arrivals and private sales.</p>
  <form action="/newsletter"><label>Your email address <input type="email"></label> <button>Sign me up</button></form>
</aside>
<footer class="site-footer" role="contentinfo">
  <h2>Help and advice</h2>
${menu(help)}
  <h2>About ${shop}</h2>
  <ul>
    <li><a href="/about">Who we are and where we come from</a></li>
    <li><a href="/careers">Jobs in shops and warehouses</a></li>
    <li><a href="/press">Pictures and press releases</a></li>
  </ul>
  <p class="legal">© ${shop} Trading Ltd. All prices include tax where it applies. Registered office in Harbour Street.</p>
</footer>
<div class="modal" hidden><h2>Choose your country and currency</h2><p>You seem to visit us from another country.</p></div>
${scripts()}`;
  return {
    styles: `<style>\n${styles()}</style>`,
    top,
    serviceBox,
    bottom,
    text: textOf(`${top}\n${serviceBox}\n${bottom}`),
    scripts: scriptTextOf(bottom),
  };
}

function menu(entries: readonly MenuEntry[]): string {
  const items = entries.map(
    ({ path, label }) =>
      `    <li class="mega-menu__item mega-menu__item--level-1"><a class="mega-menu__link" href="${path}">${label}</a></li>`,
  );
  return `  <ul class="mega-menu__list">\n${items.join('\n')}\n  </ul>`;
}

function icon(name: string): string {
  const dice = makeDice(name.length * 7919);
  const points = Array.from({ length: 24 }, () => `${dice.whole(0, 23)} ${dice.whole(0, 23)}`).join('L');
  return `<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true"><path d="M${points}z"/></svg>`;
}

function styles(): string {
  const dice = makeDice(4711);
  const rules = BLOCKS.flatMap((block) =>
    STATES.map(
      (state) =>
        `.${block}--${state}{margin:${dice.whole(0, 40)}px;padding:${dice.whole(0, 24)}px;line-height:1.${dice.whole(2, 8)};flex:1 1 ${dice.whole(10, 90)}%}\n`,
    ),
  );
  return `.u-off{display:none}\nbody{background:#ffffff;color:#222222}\n${rules.join('')}`;
}

function scripts(): string {
  const events = BLOCKS.map(
    (block) =>
      `  window.shopLayer.push({ event: "${block}_seen", area: "${block}", at: Date.now(), debug: false });\n  document.querySelectorAll(".${block}").forEach(function (node) { node.dataset.ready = "yes"; });`,
  );
  return `<script>\n  window.shopLayer = window.shopLayer || [];\n${events.join('\n')}\n</script>`;
}

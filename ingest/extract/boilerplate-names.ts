import { type DomElement, nameWords } from './dom.ts';

const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/** Words of a class or id that name page furniture by themselves. */
const furniture = words(`
  cookie cookies cookiebar consent gdpr ccpa onetrust newsletter newsletters subscribe subscription signup optin
  modal popup popover lightbox overlay drawer offcanvas minicart megamenu flyout tooltip toast snackbar
  breadcrumb breadcrumbs crumbs pagination pager paginator
  nav navbar navigation navigations menu menus submenu sitenav topbar navlist toolbar
  share sharing shares sharebar sharethis addthis addtoany social socials socialmedia sharedaddy
  related relatedposts recommended recommendations recommendation recommend upsell upsells outbrain taboola trending
  carousel slideshow announcement announcements ticker
  sidebar sidebars rail siderail aside widget widgets
  footer footers colophon masthead copyright
  comment comments disqus respond commentlist livefyre
  advert adverts advertisement advertisements ad ads adslot adsense adbox dfp sponsor sponsored sponsors promoted
  skip skiplink byline authorbox tags tagcloud
  print login signin paywall promo promos teaser teasers
  gallery slider swiper slick glide splide caption captions credit credits timestamp dateline pubdate breakpoint`);

/** Pairs of neighbouring words that name it only together. */
const pairs = words(`
  also-like also-bought more-stories more-news more-from more-articles more-posts read-more read-next up-next
  most-read most-popular most-viewed you-may you-might recently-viewed cross-sell cross-sells frequently-bought
  product-recommendations similar-products related-products back-top to-top screen-reader visually-hidden sr-only
  breaking-news latest-news latest-stories top-stories trending-news editors-picks photo-caption reading-list
  author-bio author-box about-author author-info post-author post-tags entry-tags post-meta entry-meta article-meta
  post-navigation article-votes article-feedback page-feedback entry-footer post-footer article-footer follow-us email-signup mailing-list site-header site-footer
  page-header-nav header-wrapper quick-view size-picker mini-cart cart-drawer search-form search-results-modal
  cookie-banner site-banner top-banner ad-banner banner-ad app-banner smart-banner social-media next-prev prev-next post-nav wp-caption image-caption photo-credit img-credit`);

/** Beside one of these a word describes the layout (`has-sidebar`, `modal-enabled`) and not the element. */
const before = words('has no with without hide show not enable');
const after = words('enabled disabled open opened visible');

/** Words that say an element holds text worth reading, whatever its other names are. */
const content = words(`
  accordion faq faqs collapse collapsible tabpanel tabs tab panel specs specification specifications rte
  article body content entry story main`);

/** Names of text that a click opens, for telling it from what is hidden for good. */
const openable = words(
  'accordion accordions collapse collapsible faq faqs tab tabs tabpanel panel toggle expandable answer disclosure acordeon acordeón desplegable respuesta pregunta preguntas',
);

const openableWord = /^(?:accordion|acorde[oó]n|collaps|tab(?:content|pane|panel)|faq)/;

const motion = words(`
  animate animated animation anim aos wow fade fadein fadeinup reveal revealed scroll scrolled sal inview appear lazy
  lazyload lazyloaded loading parallax transition motion`);

/** Whether an element is one of those that scripts show while a page is scrolled, with an effect. */
export function namesMotion(element: DomElement): boolean {
  return (
    Object.keys(element.attribs).some((name) =>
      /^data-(?:aos|w-id|sal|scroll|anim|motion|reveal|wow)/.test(name),
    ) || nameWords(element).some((word) => motion.has(word))
  );
}

/** What an element's class and id say about it. */
export function nameOf(element: DomElement, inReviews = false): 'furniture' | 'content' | 'unnamed' {
  const named = nameWords(element);
  if (named.length === 0) return 'unnamed';
  const isFurniture = named.some((word, at) => {
    if (before.has(named[at - 1] ?? '') || after.has(named[at + 1] ?? '')) return false;
    // Shops on blog software keep their reviews in lists of comments, and their apps draw them as widgets.
    if (inReviews && (/^comment/.test(word) || layout.has(word))) return false;
    return furniture.has(word) || pairs.has(`${word}-${named[at + 1]}`);
  });
  if (isFurniture) return 'furniture';
  return named.some((word) => content.has(word)) ? 'content' : 'unnamed';
}

/** Words that say how reviews are laid out, and not that they are none. */
const layout = words('widget widgets carousel slideshow slider swiper slick glide splide');

const dialogs = words('modal popup popover lightbox overlay drawer offcanvas dialog');

/** Whether an element's names say that it is laid over the page. */
export function namesDialog(element: DomElement): boolean {
  return nameWords(element).some((word) => dialogs.has(word));
}

export function isOpenable(element: DomElement): boolean {
  return nameWords(element).some((word) => openable.has(word) || openableWord.test(word));
}

const reviewWords = words(
  `review reviews testimonial testimonials resenas reseñas opiniones valoraciones testimonio testimonios yotpo
  bazaarvoice bv bvrrcontainer bvqacontainer judgeme jdgm okendo oke okereviews stamped trustpilot loox looxreviews spr
  feefo powerreviews reviewsio ruk junip opinew alireviews fera ryviu ekomi trustedshops`,
);
/** Beside one of these a review is something that the shop does. */
const notWritten = words(
  'order cart checkout policy policies peer legal count summary badge stars enabled disabled',
);

/** Whether an element holds what shoppers wrote about a product. */
export function isReviews(element: DomElement): boolean {
  const named = nameWords(element);
  return named.some((word, at) => {
    if (!reviewWords.has(word)) return false;
    const [previous, next] = [named[at - 1] ?? '', named[at + 1] ?? ''];
    return (
      !before.has(previous) &&
      !(/^reviews?$/.test(word) && (notWritten.has(previous) || notWritten.has(next)))
    );
  });
}

const opens = words('accordion faq faqs collapse collapsible toggle expandable disclosure acordeon acordeón');
const namesIt = words('title header heading button trigger label summary titulo título boton botón cabecera');

/** Whether an element's names say that it is the question, or the heading, of what a click opens. */
export function isOpenerHeading(element: DomElement): boolean {
  const named = nameWords(element);
  return (
    named.includes('question') ||
    named.includes('pregunta') ||
    (named.some((word) => opens.has(word)) && named.some((word) => namesIt.has(word)))
  );
}

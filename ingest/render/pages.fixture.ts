// Pages as build tools, shop systems and firewalls send them, shortened where that changes nothing.

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head>${body}</html>`;

export const viteReact = page(
  '<title>Northwind Outfitters</title><script type="module" crossorigin src="/assets/index-DiwrgTda.js"></script><link rel="stylesheet" crossorigin href="/assets/index-n_ryQ3BS.css">',
  '<body><div id="root"></div></body>',
);

export const reactWithSplash = page(
  '<title>Northwind</title>',
  '<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"><div class="splash"><img src="/logo.svg" alt="Northwind"><div class="spinner"></div><span>Loading…</span></div></div><script src="/static/js/main.3b1f.js" defer></script></body>',
);

export const vueCli = page(
  '<title>shop</title><script defer src="/js/chunk-vendors.0aa1.js"></script><script defer src="/js/app.93c8.js"></script>',
  '<body><noscript><strong>We\'re sorry but shop doesn\'t work properly without JavaScript enabled. Please enable it to continue.</strong></noscript><div id="app"></div></body>',
);

export const angular = page(
  '<title>Shop</title><base href="/">',
  '<body><app-root></app-root><script src="runtime.js" type="module"></script><script src="main.js" type="module"></script></body>',
);

const state = JSON.stringify({
  props: { pageProps: { copy: 'Returns are free within 30 days of delivery. '.repeat(40) } },
});

export const nextClientOnly = page(
  '<title>Returns</title><script src="/_next/static/chunks/main.js" defer></script>',
  `<body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${state}</script></body>`,
);

export const nextServerRendered = page(
  '<title>Returns</title><script src="/_next/static/chunks/main.js" defer></script>',
  `<body><div id="__next"><main><h1>Returns</h1><p>${'You can send anything back within 30 days of delivery, unworn, with its labels. '.repeat(5)}</p></main></div><script id="__NEXT_DATA__" type="application/json">${state}</script></body>`,
);

export const nuxtClientOnly = page(
  '<title>Shop</title>',
  '<body><div id="__nuxt"></div><div id="teleports"></div><script type="application/json" id="__NUXT_DATA__" data-ssr="false">[{"serverRendered":1},false]</script><script>window.__NUXT__={};window.__NUXT__.config={public:{}}</script><script type="module" src="/_nuxt/entry.js" crossorigin></script></body>',
);

export const nuxtShort = page(
  '<title>Pickup</title>',
  '<body><div id="__nuxt"><div><h1>Pickup</h1><p>Orders wait for you for seven days.</p></div></div><script type="module" src="/_nuxt/entry.js" crossorigin></script></body>',
);

export const hydrogenShell = page(
  '<title>Alpine Jacket | Hydrogen</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"Hydrogen"}</script>',
  '<body><header role="banner"><a href="/">Hydrogen</a><nav><a href="/collections/all">Catalog of everything that we make and sell</a><a href="/pages/about">About us and the people who work here</a></nav></header><div id="root"></div><footer><p>© 2026 Hydrogen. Free shipping on orders over $50 within the United States and Canada.</p></footer><script type="module" src="/assets/entry-client.js"></script></body>',
);

export const cookieWall = page(
  '<title>Shop</title>',
  '<body><div id="onetrust-consent-sdk"><h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, such as unique IDs, to process personal data. You may accept or manage your choices by clicking below, or at any time on the privacy policy page.</p><button>Accept all</button></div><div id="root"></div><script src="/static/js/main.js"></script></body>',
);

export const skeletons = page(
  '<title>Collection</title>',
  `<body><header><a href="/">Shop</a></header><main aria-busy="true">${'<div class="product-card skeleton"><div class="skeleton-line"></div></div>'.repeat(12)}</main><footer>© Shop</footer><script src="/theme.js"></script></body>`,
);

export const streamed = page(
  '<title>Shipping</title><script src="/_next/static/chunks/main-app.js" async></script>',
  `<body><!--$?--><template id="B:0"></template><p>Loading…</p><!--/$--><div hidden id="S:0"><main><h1>Shipping</h1><p>${'Parcels leave our warehouse on the day of the order. '.repeat(8)}</p></main></div><script>$RC("B:0","S:0")</script></body>`,
);

export const unknownMount = page(
  '<title>Store</title>',
  '<body><div class="boot"></div><script src="https://cdn.shop.example/bundle.js"></script></body>',
);

export const asksForScripts = page(
  '<title>Store</title>',
  '<body><div class="boot"><img src="/logo.png" alt=""></div><div class="no-js">Please enable JavaScript to continue using this application.</div><script src="/bundle.js"></script></body>',
);

export const magentoShort = page(
  '<title>Store hours</title><script src="/static/requirejs/require.js"></script>',
  '<body><noscript><div class="message global noscript"><div class="content"><p><strong>JavaScript seems to be disabled in your browser.</strong> <span>For the best experience on our site, be sure to turn on Javascript in your browser.</span></p></div></noscript><main id="maincontent"><h1>Store hours</h1><p>Monday to Friday, 9 am to 6 pm.</p></main></body>',
);

export const shortWithWidget = page(
  '<title>Contact</title>',
  '<body><main><h1>Contact</h1><p>Call us at 555-0100 on weekdays.</p></main><div id="app"></div><script src="/chat-widget.js"></script></body>',
);

export const emptyCart = page(
  '<title>Cart</title><script src="/_next/static/chunks/main.js" defer></script>',
  '<body><div id="__next"><header>Shop</header><h1>Your cart is empty</h1><footer>© Shop</footer></div></body>',
);

export const gallery = page(
  '<title>Lookbook</title><script src="/lightbox.js"></script>',
  `<body><div id="root">${'<img src="/look.jpg" alt="">'.repeat(9)}</div></body>`,
);

export const cloudflareChallenge = page(
  '<title>Just a moment...</title><meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="360">',
  `<body><div class="main-wrapper" role="main"><div class="main-content"><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></noscript></div></div><script>(function(){window._cf_chl_opt={cvId:'3',cZone:'shop.example'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=8f';document.head.appendChild(a);}());</script></body>`,
);

export const dataDomeChallenge = page(
  '<title>shop.example</title><style>#cmsg{animation: A 1.5s;}</style>',
  `<body style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={'rt':'c','cid':'AHrlqAAAAAMA','hsh':'A55FBF','t':'bv','s':45,'host':'geo.captcha-delivery.com'}</script><script data-cfasync="false" src="https://ct.captcha-delivery.com/c.js"></script></body>`,
);

export const awsWafChallenge = page(
  '<title></title>',
  `<body><script type="text/javascript">window.awsWafCookieDomainList = [];window.gokuProps = {"key":"AQIDAHjcYu"};</script><script src="https://de5282c3ca0c.edge.sdk.awswaf.com/challenge.js"></script><div id="challenge-container"></div><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you're not a robot.</noscript></body>`,
);

export const incapsulaChallenge = page(
  '<title></title>',
  '<body><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-1&incident_id=1020000&edet=12&cinfo=04" frameborder=0></iframe></body>',
);

export const behindCloudflare = page(
  '<title>Gift cards</title>',
  "<body><h1>Gift cards</h1><p>They never expire.</p><script>(function(){var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.body.appendChild(a);})();</script></body>",
);

export const aboutBotChecks = page(
  '<title>Why am I asked whether I am human?</title>',
  '<body><h1>Why am I asked?</h1><p>Our shop uses _cf_chl_opt, px-captcha and geo.captcha-delivery.com to keep bots away.</p><script src="/theme.js"></script></body>',
);

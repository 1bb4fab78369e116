/** A product page as WooCommerce 2.6 themes mark it, on sale, with a related product in the same element. */
export const wooCommerce = `<html lang="en-GB"><head><title>Ridge Jacket – Shop</title></head><body class="single-product"><main>
<div itemscope itemtype="http://schema.org/Product" id="product-99" class="product type-product">
<div class="images"><a href="/wp/ridge.jpg" itemprop="image" class="woocommerce-main-image"><img src="/wp/ridge-600.jpg" alt=""></a></div>
<div class="summary entry-summary"><h1 itemprop="name" class="product_title entry-title">Ridge Jacket</h1>
<div class="woocommerce-product-rating" itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating">
<div class="star-rating"><span style="width:90%"><strong itemprop="ratingValue" class="rating">4.50</strong> out of <span itemprop="bestRating">5</span> based on
<span itemprop="ratingCount" class="rating">12</span> ratings</span></div></div>
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer">
<p class="price" itemprop="price"><del><span class="woocommerce-Price-amount amount">£1,299.00</span></del> <ins><span class="woocommerce-Price-amount amount">£1,129.00</span></ins></p>
<meta itemprop="priceCurrency" content="GBP"><link itemprop="availability" href="http://schema.org/InStock"></div>
<div itemprop="description"><p>A warm jacket for storms.</p></div>
<div class="product_meta"><span class="sku_wrapper">SKU: <span class="sku" itemprop="sku">RJ-100</span></span></div></div>
<p>It keeps the wind out in the hills and the rain off in the town.</p>
<div class="related products"><h2>Related products</h2><ul><li itemscope itemtype="http://schema.org/Product"><a href="/p/pants" itemprop="url"><span itemprop="name">Storm Pants</span></a>
<span itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">£19.00</span></span></li></ul></div></div></main></body></html>`;

/** PrestaShop 1.7 in Spanish, with a miniature of another product below. */
export const prestaShop = `<html lang="es"><head><title>Ridge Jacket</title></head><body><nav class="breadcrumb">
<ol itemscope itemtype="http://schema.org/BreadcrumbList">${['Inicio', 'Ropa', 'Chaquetas', 'Ridge Jacket']
  .map(
    (name, at) =>
      `<li itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><a itemprop="item" href="/${at}"><span itemprop="name">${name}</span></a><meta itemprop="position" content="${at + 1}"></li>`,
  )
  .join('')}</ol></nav>
<section id="main" itemscope itemtype="https://schema.org/Product"><meta itemprop="url" content="https://s.example/p/ridge-jacket">
<h1 class="h1" itemprop="name">Ridge Jacket</h1><meta itemprop="brand" content="Northline">
<div class="product-prices"><div class="product-discount"><span class="regular-price">1.499,00 €</span></div>
<div class="product-price h5 has-discount" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><link itemprop="availability" href="https://schema.org/InStock">
<meta itemprop="priceCurrency" content="EUR"><div class="current-price"><span itemprop="price" content="1299">1.299,00 €</span></div></div></div>
<p>Una chaqueta que abriga en las tormentas.</p><span itemprop="color">Rojo</span>
<div class="product-reference"><label>Referencia</label> <span itemprop="sku">demo_3</span></div><meta itemprop="gtin13" content="4006381333931">
<section class="featured-products"><article class="product-miniature" itemscope itemtype="http://schema.org/Product"><h3 itemprop="name"><a href="/p/otro">Pantalón</a></h3>
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" class="price">19,00 €</span></div></article></section></section></body></html>`;

/** Magento 2's Luma theme: the body is the item. */
export const magento = `<html lang="en"><head><title>Ridge Jacket</title></head>
<body data-container="body" itemtype="http://schema.org/Product" itemscope="itemscope" class="catalog-product-view"><main>
<h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">Ridge Jacket</span></h1>
<div class="product-reviews-summary" itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating"><div class="rating-result" title="88%"><span style="width:88%"><span><span itemprop="ratingValue">88</span>% of <span itemprop="bestRating">100</span></span></span></div>
<div class="reviews-actions"><a class="action view" href="#reviews"><span itemprop="reviewCount">1,284</span>&nbsp;<span>Reviews</span></a></div></div>
<div class="price-box price-final_price"><span class="price-container price-final_price tax weee" itemprop="offers" itemscope itemtype="http://schema.org/Offer">
<span id="product-price-1" data-price-amount="52" data-price-type="finalPrice" class="price-wrapper"><span class="price">$52.00</span></span><meta itemprop="price" content="52"><meta itemprop="priceCurrency" content="USD">
<link itemprop="availability" itemscope itemtype="http://schema.org/ItemAvailability" href="http://schema.org/InStock"></span></div>
<div class="product attribute sku"><strong class="type">SKU</strong><div class="value" itemprop="sku">MH01</div></div>
<div class="value" itemprop="description"><p>A warm jacket for storms.</p></div>
<ol><li itemscope itemprop="review" itemtype="http://schema.org/Review"><span itemprop="name">Great</span><div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating"><span itemprop="ratingValue">100%</span></div></li></ol></main></body></html>`;

/** BigCommerce's Cornerstone theme. */
export const bigCommerce = `<html lang="en"><head><title>Ridge Jacket - Shop</title><meta property="og:type" content="product"><meta property="product:price:amount" content="39.98">
<meta property="product:price:currency" content="USD"><meta property="og:availability" content="instock"><meta property="og:title" content="Ridge Jacket"></head><body><main>
<div itemscope itemtype="http://schema.org/Product"><h1 class="productView-title" itemprop="name">Ridge Jacket</h1>
<h2 class="productView-brand" itemprop="brand" itemscope itemtype="http://schema.org/Brand"><a href="/northline/" itemprop="url"><span itemprop="name">Northline</span></a></h2>
<div class="productView-price"><div class="price-section"><span data-product-price-without-tax class="price price--withoutTax">$39.98</span>
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="availability" itemtype="http://schema.org/ItemAvailability" content="http://schema.org/InStock">
<meta itemprop="itemCondition" itemtype="http://schema.org/OfferItemCondition" content="http://schema.org/NewCondition"><div itemprop="priceSpecification" itemscope itemtype="http://schema.org/PriceSpecification">
<meta itemprop="price" content="39.98"><meta itemprop="priceCurrency" content="USD"><meta itemprop="valueAddedTaxIncluded" content="false"></div></div></div></div>
<dl class="productView-info"><dt>SKU:</dt><dd itemprop="sku">BC-7</dd><dt>UPC:</dt><dd itemprop="gtin12">012345678905</dd></dl>
<p>A warm jacket for storms.</p></div></main></body></html>`;

/** An older Shopify theme (Timber): its microdata lacks a currency that Open Graph has. */
export const shopifyWithMicrodata = `<html lang="en"><head><title>Ridge Jacket &ndash; Shop</title><meta property="og:type" content="product"><meta property="og:title" content="Ridge Jacket">
<meta property="og:price:amount" content="129.00"><meta property="og:price:currency" content="CAD"></head><body><main>
<div itemscope itemtype="http://schema.org/Product" class="product-single"><meta itemprop="url" content="https://s.example/collections/all/products/ridge-jacket"><meta itemprop="image" content="//cdn.example/ridge.jpg">
<h1 itemprop="name">Ridge Jacket</h1><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><link itemprop="availability" href="http://schema.org/OutOfStock">
<span id="ProductPrice" class="h2" itemprop="price">129.00</span></div><div itemprop="description"><p>A warm jacket for storms.</p></div></div></main></body></html>`;

/** A Spanish shop's own markup, with words for its stock. */
export const spanishShop = (
  availability: string,
) => `<html lang="es"><head><title>Chaqueta Ridge</title></head><body><main>
<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Chaqueta Ridge</h1><div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
<span itemprop="price">1.299<sup>,50</sup> €</span> <span itemprop="availability">${availability}</span></div><p>Una chaqueta que abriga en las tormentas.</p></div></main></body></html>`;

/** A category page of products in microdata, each with the address of its own page. */
export const productList = (
  count: number,
  base = '/p/item-',
) => `<html lang="en"><head><title>Jackets</title><meta property="og:type" content="website"></head><body><main><h1>Jackets</h1>
<p>All the jackets that we have in store for this winter.</p>${Array.from(
  { length: count },
  (_, at) =>
    `<article itemscope itemtype="https://schema.org/Product"><a itemprop="url" href="${base}${at}"><span itemprop="name">Item ${at}</span></a>
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price">$${at + 10}.00</span></div></article>`,
).join('')}</main></body></html>`;

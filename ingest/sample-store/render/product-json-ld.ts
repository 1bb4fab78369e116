import { shop } from '../data/shop.ts';
import type { Product } from '../data/types.ts';
import { productState, type StockState, type StoreVariant, variantsOf } from '../variants.ts';
import { jsonLd } from './html.ts';
import { priceRange } from './product-card.ts';

type Json = Record<string, unknown>;

const schemaNames: Record<StockState, string> = {
  in_stock: 'InStock',
  out_of_stock: 'OutOfStock',
  preorder: 'PreOrder',
};

/**
 * The product's schema.org markup as scripts for the head. Shapes differ between products as they do between
 * the themes and plug-ins of real shops: ProductGroup with variants, Product with a list of offers, one
 * AggregateOffer, one Offer, or everything in one `@graph`.
 */
export function productJsonLd(baseUrl: string, product: Product, breadcrumbList: Json): string {
  const context = { '@context': 'https://schema.org' };
  if (product.markup === 'graph') {
    const organization = {
      '@type': 'Organization',
      '@id': `${baseUrl}/#org`,
      name: shop.name,
      telephone: shop.phone,
    };
    return jsonLd({ ...context, '@graph': [organization, breadcrumbList, describe(baseUrl, product)] });
  }
  return [
    jsonLd({ ...context, ...breadcrumbList }),
    jsonLd({ ...context, ...describe(baseUrl, product) }),
  ].join('\n');
}

function describe(baseUrl: string, product: Product): Json {
  const url = `${baseUrl}/products/${product.handle}`;
  const variants = variantsOf(product);
  const common: Json = {
    name: product.name,
    url,
    description: [product.summary, ...product.description].join(' '),
    image: [`${baseUrl}/images/${product.handle}.svg`],
    brand: { '@type': 'Brand', name: product.brand },
    category: product.productType,
    material: product.material,
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: product.rating,
      bestRating: 5,
      reviewCount: product.ratingCount,
    },
    additionalProperty: product.specs.map(([name, value]) => ({ '@type': 'PropertyValue', name, value })),
  };
  if (product.markup === 'group') {
    return {
      '@type': 'ProductGroup',
      ...common,
      productGroupID: product.sku,
      variesBy: [
        'https://schema.org/color',
        ...(product.sizes.length > 0 ? ['https://schema.org/size'] : []),
      ],
      hasVariant: variants.map((variant) => ({
        '@type': 'Product',
        sku: variant.sku,
        gtin13: variant.gtin,
        name: [product.name, variant.color, variant.size].filter(Boolean).join(' - '),
        color: variant.color,
        ...(variant.size === null ? {} : { size: variant.size }),
        offers: offer(url, variant, 'number'),
      })),
    };
  }
  // Several colors: a list, or joined as Google Merchant Center asks for; shops do either.
  const colors = product.markup === 'aggregate' ? product.colors.join('/') : product.colors;
  return {
    '@type': 'Product',
    sku: product.sku,
    ...common,
    color: colors,
    offers: offers(url, product, variants),
  };
}

function offers(url: string, product: Product, variants: StoreVariant[]): unknown {
  const { low, high } = priceRange(product);
  const state = schemaNames[productState(product)];
  if (product.markup === 'aggregate') {
    return {
      '@type': 'AggregateOffer',
      lowPrice: low.toFixed(2),
      highPrice: high.toFixed(2),
      priceCurrency: 'USD',
      offerCount: variants.length,
      availability: state,
    };
  }
  if (product.markup === 'offers') {
    return variants.map((variant) => ({
      ...offer(url, variant, 'text'),
      sku: variant.sku,
      gtin13: variant.gtin,
      name: [variant.color, variant.size].filter(Boolean).join(' / '),
    }));
  }
  const first = variants.find((variant) => variant.availability !== 'out_of_stock') ?? variants[0];
  return first ? { ...offer(url, first, 'number'), availability: `https://schema.org/${state}` } : [];
}

function offer(url: string, variant: StoreVariant, as: 'number' | 'text'): Json {
  const price = (value: number) => (as === 'number' ? value : value.toFixed(2));
  const before =
    variant.listPrice === null
      ? {}
      : {
          priceSpecification: {
            '@type': 'UnitPriceSpecification',
            priceType: 'https://schema.org/StrikethroughPrice',
            price: price(variant.listPrice),
            priceCurrency: 'USD',
          },
        };
  return {
    '@type': 'Offer',
    url,
    price: price(variant.price),
    priceCurrency: 'USD',
    availability: `${as === 'number' ? 'https' : 'http'}://schema.org/${schemaNames[variant.availability]}`,
    itemCondition: 'https://schema.org/NewCondition',
    ...before,
  };
}

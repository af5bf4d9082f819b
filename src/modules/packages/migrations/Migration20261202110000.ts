import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const columns = (more: string): string => `variant_id text, unit text, percent text, percent_group text,
  minimum_duration integer, rates json, price_set_id text, is_sold boolean, title text, thumbnail text,
  is_stocked boolean, requires_shipping boolean, product_title text, product_description text, product_subtitle text,
  product_handle text, is_discountable boolean, collection_id text, product_type_id text, product_type text,
  product_collection text, category_ids text[]${more}`

const values = (more: string): string => `asked.variant_id,
  coalesce(case when package.id is null then article.unit end, 'flat'),
  article.percent::text, article.percent_group, article.minimum_duration,
  (select json_agg(json_build_object('currency_code', rate.currency_code, 'duration', rate.duration,
      'price', rate.price::text) order by rate.duration nulls last)
    from packages_rate rate where rate.currency_code = asked_currency
      and ((package.id is null and rate.article_id = article.id) or rate.package_id = package.id)),
  priced.price_set_id::text, coalesce(product.status = 'published', false),
  variant.title, coalesce(variant.thumbnail, product.thumbnail),
  coalesce(variant.manage_inventory and not variant.allow_backorder, false),
  exists (select 1 from product_shipping_profile profile
      where profile.product_id = product.id and profile.deleted_at is null)
    or exists (select 1 from product_variant_inventory_item kit
      join inventory_item item on item.id = kit.inventory_item_id and item.deleted_at is null
      where kit.variant_id = variant.id and kit.deleted_at is null and item.requires_shipping),
  product.title, product.description, product.subtitle, product.handle,
  coalesce(product.discountable, true), product.collection_id, kind.id, kind.value, collection.title,
  (select array_agg(category.id order by category.id) from product_category_product placed
    join product_category category on category.id = placed.product_category_id and category.deleted_at is null
    where placed.product_id = product.id)${more}`

const lineFacts = (column: string, value: string): string => `create function packages_line_facts(asked_variants text[],
    asked_products text[], asked_currency text)
  returns table(${columns(column)})
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
  #variable_conflict use_column
  begin
    return query select ${values(value)}
      from unnest(asked_variants, asked_products) as asked (variant_id, product_id)
      left join packages_article article on article.variant_id = asked.variant_id
      left join packages_package package on package.product_id = asked.product_id
      left join product_variant_price_set priced
        on priced.variant_id = asked.variant_id and priced.deleted_at is null
      left join product_variant variant on variant.id = asked.variant_id and variant.deleted_at is null
      left join product on product.id = variant.product_id and product.deleted_at is null
      left join product_type kind on kind.id = product.type_id and kind.deleted_at is null
      left join product_collection collection
        on collection.id = product.collection_id and collection.deleted_at is null;
  end $$;`

const DROP = `drop function if exists packages_line_facts(text[], text[], text);`

/** What a line of a package shows of variants says, too, how their product is priced now, if it is a package. */
export class Migration20261202110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(DROP)
    this.addSql(lineFacts(", package_pricing text", ", package.pricing"))
  }

  override async down(): Promise<void> {
    this.addSql(DROP)
    this.addSql(lineFacts("", ""))
  }
}
